package dev.perftriage.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pull request of rust-lang/rust. Its text is the author's, unescaped: not safe for markup.
 *
 * @param body its description, in GitHub's Markdown; empty if it has none
 * @param labels the names of its labels, in GitHub's order
 * @param mergeCommit the commit that merged it; null if it is not merged or the recording does not
 *     name it
 * @param files the paths of the files that it changes, at most its first 100; empty if they were
 *     not asked for, or are unavailable
 */
public record PullRequest(
    int number,
    String title,
    String body,
    List<String> labels,
    @Nullable Sha mergeCommit,
    List<String> files) {

  /** Logs may quote the title, hence the optional quotation mark. */
  private static final Pattern ROLLUP =
      Pattern.compile("^\\s*[\"“]?rollup of \\d+\\b", Pattern.CASE_INSENSITIVE);

  public PullRequest {
    labels = List.copyOf(labels);
    files = List.copyOf(files);
  }

  /** A pull request whose files are not known. */
  public PullRequest(
      int number, String title, String body, List<String> labels, @Nullable Sha mergeCommit) {
    this(number, title, body, labels, mergeCommit, List.of());
  }

  /** The same pull request with the paths of the files that it changes. */
  public PullRequest withFiles(List<String> changed) {
    return new PullRequest(number, title, body, labels, mergeCommit, changed);
  }

  /** The same pull request with a label, or without it. */
  public PullRequest withLabel(String label, boolean isSet) {
    if (labels.contains(label) == isSet) {
      return this;
    }
    List<String> changed = new ArrayList<>(labels);
    if (isSet) {
      changed.add(label);
    } else {
      changed.remove(label);
    }
    return new PullRequest(number, title, body, changed, mergeCommit, files);
  }

  /** Whether it merges several others, judging by its title. */
  public boolean isRollup() {
    return isRollup(title);
  }

  /** Whether a title is that of a rollup: it begins with "Rollup of" and a number. */
  public static boolean isRollup(String title) {
    return ROLLUP.matcher(title).find();
  }
}
