package dev.perftriage.source;

import dev.perftriage.model.Artifact;
import dev.perftriage.model.CommitHistory;
import dev.perftriage.model.MasterCommit;
import dev.perftriage.model.Sha;
import dev.perftriage.source.wire.Payload;
import dev.perftriage.source.wire.WrongAnswerException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The pull request of each merge, by the list of merges. */
final class MergedPulls {

  /** Several numbers if the list contains a merge several times. */
  private final Map<Sha, Set<Integer>> numbers = new HashMap<>();

  /** The merges whose pull request the list does not name. */
  private final Set<Sha> unnamed = new HashSet<>();

  MergedPulls(CommitHistory list) {
    for (MasterCommit merge : list.newestFirst()) {
      Integer pr = merge.pr();
      if (pr == null) {
        unnamed.add(merge.sha());
      } else {
        numbers.computeIfAbsent(merge.sha(), sha -> new TreeSet<>()).add(pr);
      }
    }
  }

  /**
   * Checks that an artifact has the pull request that the list names. Where one of the two names
   * none, they do not contradict each other.
   *
   * @param artifact {@code a} or {@code b}
   * @throws WrongAnswerException if it has another one
   */
  void require(Artifact answered, String artifact, Payload answer) {
    Integer pr = answered.pr();
    Set<Integer> listed = numbers.get(answered.commit());
    if (pr != null
        && listed != null
        && !listed.contains(pr)
        && !unnamed.contains(answered.commit())) {
      throw new WrongAnswerException(
          "%s: field %s.pr is %s, but the list of merges has #%s for commit %s"
              .formatted(
                  answer.origin(), artifact, pr, listed.iterator().next(), answered.shortCommit()));
    }
  }
}
