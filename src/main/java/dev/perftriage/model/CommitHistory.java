package dev.perftriage.model;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The merges to master, as far back as the commit list reaches. */
public final class CommitHistory {

  private final List<MasterCommit> newestFirst;

  public CommitHistory(List<MasterCommit> newestFirst) {
    this.newestFirst = List.copyOf(newestFirst);
  }

  /** The merges, newest first. */
  public List<MasterCommit> newestFirst() {
    return newestFirst;
  }

  /**
   * The merges from {@code start} to {@code end}, both included, oldest first, each the parent of
   * the next; empty if the list does not connect them. The start itself need not be listed.
   */
  public Optional<List<Merge>> chain(Sha start, Sha end) {
    List<Listed> line = ancestry(end, newestFirst);
    int length = line.stream().map(Listed::sha).toList().indexOf(start) + 1;
    return length == 0 ? Optional.empty() : Optional.of(oldestFirst(line.subList(0, length)));
  }

  /**
   * The merges up to and including {@code start}, oldest first, each the parent of the next: at
   * most {@code count} before it, or fewer if the list ends.
   */
  public List<Merge> before(Sha start, int count) {
    return oldestFirst(ancestry(start, newestFirst).stream().limit(count + 1L).toList());
  }

  /**
   * The merges from {@code first} on, oldest first, each the parent of the next: at most {@code
   * count} after it, or fewer if there are no more; empty if the list does not connect it with its
   * newest commit.
   */
  public List<Merge> after(Sha first, int count) {
    if (newestFirst.isEmpty()) {
      return List.of();
    }
    return chain(first, newestFirst.get(0).sha()).stream()
        .flatMap(List::stream)
        .limit(count + 1L)
        .toList();
  }

  private static List<Merge> oldestFirst(List<Listed> line) {
    List<Merge> merges =
        new ArrayList<>(
            line.stream()
                .map(each -> new Merge(each.sha(), each.merge() == null ? null : each.merge().pr()))
                .toList());
    Collections.reverse(merges);
    return merges;
  }

  /** A commit and its ancestors, each the child of the next; only the last is not on the list. */
  private static List<Listed> ancestry(Sha commit, List<MasterCommit> list) {
    List<Listed> line = new ArrayList<>();
    Sha sha = commit;
    for (MasterCommit merge : list) {
      if (merge.sha().equals(sha)) {
        line.add(new Listed(sha, merge));
        sha = merge.parentSha();
      }
    }
    line.add(new Listed(sha, null));
    return line;
  }

  /** The newest merge with that SHA, which the list may contain twice; empty if it has none. */
  public Optional<MasterCommit> commit(Sha sha) {
    return newestFirst.stream().filter(commit -> commit.sha().equals(sha)).findFirst();
  }

  /** The newest merge of a pull request; empty if the list has none. */
  public Optional<MasterCommit> mergeOf(int pr) {
    return newestFirst.stream()
        .filter(commit -> commit.pr() != null && commit.pr() == pr)
        .findFirst();
  }

  /**
   * The SHAs that begin with these digits, newest first and without duplicates: those of the merges
   * and that of the oldest merge's parent.
   */
  public List<Sha> startingWith(String digits) {
    return newestFirst.stream()
        .flatMap(commit -> Stream.of(commit.sha(), commit.parentSha()))
        .filter(sha -> sha.text().startsWith(digits))
        .distinct()
        .toList();
  }

  /**
   * The ancestor of a merge by a number of generations.
   *
   * @param from a merge of this list
   * @param generations 0 or more
   * @return empty if the list does not reach back that far
   */
  public Optional<Listed> ancestor(MasterCommit from, int generations) {
    // Found by the whole merge, because the list may contain its SHA twice.
    List<MasterCommit> list = newestFirst.subList(newestFirst.indexOf(from), newestFirst.size());
    return ancestry(from.sha(), list).stream().skip(generations).findFirst();
  }

  /** How far back the list goes, as a relative clause for messages. */
  public String reach() {
    return newestFirst.isEmpty()
        ? "which is empty"
        : "which reaches back to " + day(newestFirst.get(newestFirst.size() - 1));
  }

  /** The day of a merge and its pull request, if any, for messages. */
  public static String described(MasterCommit commit) {
    return day(commit) + (commit.pr() == null ? "" : ", #" + commit.pr());
  }

  /** The day of a merge, in UTC. */
  public static LocalDate day(MasterCommit commit) {
    return LocalDate.ofInstant(commit.time(), ZoneOffset.UTC);
  }

  /**
   * A commit and its entry on the list.
   *
   * @param merge the entry; null if the commit is not on the list
   */
  public record Listed(Sha sha, @Nullable MasterCommit merge) {}
}
