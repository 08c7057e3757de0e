package dev.perftriage.analysis.cause;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.PullRef;
import dev.perftriage.model.PullRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pull request that merged several others. */
public final class Rollup {

  private static final Pattern HEADING =
      Pattern.compile("^\\W*(successful|failed) merges:?\\W*$", Pattern.CASE_INSENSITIVE);

  /** {@code - #1 (Title)}, {@code - rust-lang/rust#1 (Title)} or with the address. */
  private static final Pattern MEMBER =
      Pattern.compile("^\\s*[-*]\\s+" + PullRef.BEFORE_NUMBER + "(\\d{1,9})\\s+\\((.*)\\)\\s*$");

  private Rollup() {}

  /** The numbers of a rollup's members, in its own order; empty if it has no {@link #titles}. */
  public static List<Integer> numbers(PullRequest pull) {
    return List.copyOf(titles(pull).keySet());
  }

  /**
   * A rollup's members, likeliest cause first, otherwise in its own order.
   *
   * @param changes the relevant changes to explain
   * @param known the known pull requests, by number
   */
  public static List<RollupMember> members(
      PullRequest pull, List<TestCaseChange> changes, Map<Integer, PullRequest> known) {
    return members(titles(pull), changes, known);
  }

  /**
   * The members with some titles, likeliest cause first, otherwise in the order of the titles.
   *
   * @param changes the relevant changes to explain
   * @param known the known pull requests, by number
   */
  public static List<RollupMember> members(
      Map<Integer, String> titles, List<TestCaseChange> changes, Map<Integer, PullRequest> known) {
    List<RollupMember> members = new ArrayList<>();
    titles.forEach(
        (number, title) -> {
          Optional<PullRequest> pull = Optional.ofNullable(known.get(number));
          Optional<List<String>> labels = pull.map(PullRequest::labels);
          int weight =
              MemberRules.weight(
                  title,
                  labels.orElse(List.of()),
                  pull.map(PullRequest::files).orElse(List.of()),
                  changes);
          members.add(new RollupMember(number, title, labels, weight));
        });
    members.sort(Comparator.comparingInt(RollupMember::weight).reversed());
    return List.copyOf(members);
  }

  /**
   * The titles of a rollup's members by their numbers, in its own order; empty if it is not a
   * rollup or its description lists none. Failed merges are excluded.
   */
  public static Map<Integer, String> titles(PullRequest pull) {
    Map<Integer, String> titles = new LinkedHashMap<>();
    if (!pull.isRollup()) {
      return titles;
    }
    boolean failed = false;
    for (String line : pull.body().lines().toList()) {
      Matcher heading = HEADING.matcher(line);
      if (heading.matches()) {
        failed = heading.group(1).equalsIgnoreCase("failed");
      }
      Matcher member = MEMBER.matcher(line);
      if (!failed && member.matches()) {
        titles.putIfAbsent(Integer.parseInt(member.group(1)), member.group(2).strip());
      }
    }
    return titles;
  }

  /**
   * A pull request that a rollup merged.
   *
   * @param title its title as given in the rollup
   * @param labels the names of its labels; empty if they are not known
   * @param weight how likely it is the cause, by {@link MemberRules}: higher is likelier, 0 if
   *     unknown
   */
  public record RollupMember(int number, String title, Optional<List<String>> labels, int weight) {

    public RollupMember {
      labels = labels.map(List::copyOf);
    }
  }
}
