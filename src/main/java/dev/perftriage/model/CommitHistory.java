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

  /** A list of merges. */
  public CommitHistory(List<MasterCommit> newestFirst) {
    this.newestFirst = List.copyOf(newestFirst);
  }

  /** The merges, newest first. */
  public List<MasterCommit> newestFirst() {
    return newestFirst;
  }

  /**
   * The merges from {@code start} to {@code end}, both included, oldest first, each the parent of
   * the next; empty where the list does not connect them. The start itself need not be listed.
   */
  public Optional<List<Merge>> chain(Sha start, Sha end) {
    List<Merge> chain = new ArrayList<>();
    Sha sha = end;
    int from = 0;
    while (!sha.equals(start)) {
      int at = indexOf(sha, from);
      if (at < 0) {
        return Optional.empty();
      }
      chain.add(new Merge(sha, newestFirst.get(at).pr()));
      sha = newestFirst.get(at).parentSha();
      from = at + 1;
    }
    chain.add(new Merge(start, null));
    Collections.reverse(chain);
    return Optional.of(chain);
  }

  /**
   * The merges up to {@code start}, oldest first, each the parent of the next, as many as are
   * listed but no more than {@code count} before it.
   */
  public List<Merge> before(Sha start, int count) {
    List<Merge> merges = new ArrayList<>();
    Sha sha = start;
    int at = indexOf(sha, 0);
    while (at >= 0 && merges.size() <= count) {
      merges.add(new Merge(sha, newestFirst.get(at).pr()));
      sha = newestFirst.get(at).parentSha();
      at = indexOf(sha, at + 1);
    }
    if (at < 0 && merges.size() <= count) {
      merges.add(new Merge(sha, null));
    }
    Collections.reverse(merges);
    return merges;
  }

  /** The newest merge of that SHA, which a list may hold twice; empty where it has none. */
  public Optional<MasterCommit> commit(Sha sha) {
    return newestFirst.stream().filter(commit -> commit.sha().equals(sha)).findFirst();
  }

  /** The newest merge of a pull request; empty where the list has none. */
  public Optional<MasterCommit> mergeOf(int pr) {
    return newestFirst.stream()
        .filter(commit -> commit.pr() != null && commit.pr() == pr)
        .findFirst();
  }

  /**
   * The SHAs that begin with these digits, newest first and each once: of merges, and of the parent
   * that only the oldest one names.
   */
  public List<Sha> startingWith(String digits) {
    return newestFirst.stream()
        .flatMap(commit -> Stream.of(commit.sha(), commit.parentSha()))
        .filter(sha -> sha.text().startsWith(digits))
        .distinct()
        .toList();
  }

  /**
   * The merge that is so many generations before another one.
   *
   * @param from a merge of this list
   * @param generations 0 or more
   * @return empty where the list does not reach back so far
   */
  public Optional<Listed> ancestor(MasterCommit from, int generations) {
    int at = newestFirst.indexOf(from);
    Sha sha = from.sha();
    for (int i = 0; i < generations; i++) {
      if (at < 0) {
        return Optional.empty();
      }
      sha = newestFirst.get(at).parentSha();
      at = indexOf(sha, at + 1);
    }
    return Optional.of(new Listed(sha, at < 0 ? null : newestFirst.get(at)));
  }

  /** How far the list goes back, for the middle of a message. */
  public String reach() {
    return newestFirst.isEmpty()
        ? "which is empty"
        : "which reaches back to " + day(newestFirst.get(newestFirst.size() - 1));
  }

  /** When a merge was made, and of which pull request, for messages. */
  public static String described(MasterCommit commit) {
    return day(commit) + (commit.pr() == null ? "" : ", #" + commit.pr());
  }

  /** The day of a merge, in UTC. */
  public static LocalDate day(MasterCommit commit) {
    return LocalDate.ofInstant(commit.time(), ZoneOffset.UTC);
  }

  /** Where a commit stands; the search begins where it should, so a walk takes one pass. */
  private int indexOf(Sha sha, int from) {
    for (int at = from; at < newestFirst.size(); at++) {
      if (newestFirst.get(at).sha().equals(sha)) {
        return at;
      }
    }
    return -1;
  }

  /**
   * A commit, and its place on the list.
   *
   * @param sha its name
   * @param merge null where the list does not have it
   */
  public record Listed(Sha sha, @Nullable MasterCommit merge) {}
}
