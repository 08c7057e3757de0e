package dev.perftriage.analysis.noise;

import dev.perftriage.analysis.cause.Rollup;
import dev.perftriage.model.PullRef;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.Sha;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The reverts that a pull request announces in its title or description.
 *
 * @param names the reverted pull requests and commits in the order they are named: {@code #123}, a
 *     SHA of seven or more digits, or a quoted title; empty if it reverts nothing
 */
public record RevertNotice(Set<String> names) {

  private static final int SHORTEST_SHA = 7;
  private static final String NUMBER = PullRef.BEFORE_NUMBER;

  /** {@code Revert …}, perhaps after a tag in brackets or a word such as "Partially". */
  private static final Pattern REVERTING_TITLE =
      Pattern.compile(
          "(?i)^(?:\\[[^\\]]*\\]\\s*)*(?:partial(?:ly)?\\s+)?reverts?\\b(?:\\s+of)?[\\s:]+(.*)$");

  private static final Pattern QUOTED = Pattern.compile("[\"“`](.*)[\"”`]");
  private static final Pattern PULL = Pattern.compile(NUMBER + "(\\d+)\\b");

  /** {@code PR 1}, {@code 1}: a number without a mark, first in what a title reverts. */
  private static final Pattern BARE_NUMBER =
      Pattern.compile("(?i)^(?:(?:pr|pull request)\\s+)?([1-9]\\d{2,8})\\b(?![.%])");

  /** {@code Reland #1}, {@code Re-land "Make it fast"}, {@code This relands #1}. */
  private static final Pattern RELANDING =
      Pattern.compile("(?i)(?<!not )\\bre-?lands?(?:ing)?\\b(?:\\s+of)?[\\s:]+(.*)");

  /**
   * {@code Reverts rust-lang/rust#1}, {@code reverts most of PR #1 and #2}, {@code a revert of}.
   */
  private static final Pattern REVERTING_BODY =
      Pattern.compile(
          "(?im)(?<!not )(?<!n't )\\brevert(?:s|ing)?\\s+(?:(?:a|of|the|most|parts?|some|all|"
              + "changes?|from|in|pr|pull request|commit|merge)\\s+)*("
              + NUMBER
              + "\\d+(?:(?:\\s*,\\s*|\\s+and\\s+|\\s*,\\s*and\\s+)"
              + NUMBER
              + "\\d+)*|"
              + Sha.IN_PROSE
              + "\\b)");

  public RevertNotice {
    names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
  }

  /** What a pull request reverts; for a rollup, what its members revert by their titles. */
  public static RevertNotice of(PullRequest pull) {
    Set<String> names = new LinkedHashSet<>();
    if (pull.isRollup()) {
      Rollup.titles(pull).values().forEach(title -> addTitle(title, names));
      return new RevertNotice(names);
    }
    addTitle(pull.title(), names);
    Matcher body = REVERTING_BODY.matcher(pull.body());
    while (body.find()) {
      String what = body.group(1);
      if (!addNumbers(what, names)) {
        names.add(what.toLowerCase(Locale.ROOT));
      }
    }
    names.remove("#" + pull.number());
    return new RevertNotice(names);
  }

  /**
   * What a pull request merges again, by the names of what was reverted; empty if it does not say
   * so.
   */
  static Set<String> relandedBy(PullRequest pull) {
    Set<String> names = new LinkedHashSet<>();
    Matcher relanding = RELANDING.matcher(pull.title() + "\n" + pull.body());
    while (relanding.find()) {
      addNumbers(relanding.group(1), names);
      Matcher quoted = QUOTED.matcher(relanding.group(1));
      if (quoted.find()) {
        names.add(quoted.group(1).strip());
      }
    }
    names.remove("#" + pull.number());
    return names;
  }

  /**
   * Other names of a merged pull request: its title, and those of its members if it is a rollup.
   */
  static Set<String> namesOf(PullRequest pull) {
    Set<String> names = new LinkedHashSet<>();
    names.add(pull.title().strip());
    if (pull.mergeCommit() != null) {
      names.add(pull.mergeCommit().text());
    }
    Rollup.titles(pull)
        .forEach(
            (number, title) -> {
              names.add("#" + number);
              names.add(title);
            });
    return names;
  }

  /** Whether a name in a notice matches a known one: SHAs and the ends of titles may be cut off. */
  static boolean isSame(String name, String known) {
    if (name.equals(known)) {
      return true;
    }
    boolean shortened =
        name.length() >= SHORTEST_SHA && name.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    if (shortened) {
      return known.length() == 40 && known.startsWith(name);
    }
    return name.endsWith("…") && known.startsWith(name.substring(0, name.length() - 1));
  }

  private static void addTitle(String title, Set<String> names) {
    Matcher reverting = REVERTING_TITLE.matcher(title.strip());
    if (!reverting.matches()) {
      return;
    }
    String what = reverting.group(1);
    Matcher bare = BARE_NUMBER.matcher(what);
    if (bare.lookingAt()) {
      names.add("#" + bare.group(1));
    }
    addNumbers(what, names);
    Matcher quoted = QUOTED.matcher(what);
    if (quoted.find()) {
      names.add(quoted.group(1).strip());
    }
  }

  private static boolean addNumbers(String text, Set<String> names) {
    Matcher pull = PULL.matcher(text);
    boolean found = false;
    while (pull.find()) {
      names.add("#" + pull.group(1));
      found = true;
    }
    return found;
  }
}
