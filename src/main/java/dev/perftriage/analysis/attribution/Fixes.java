package dev.perftriage.analysis.attribution;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.cause.Rollup;
import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.analysis.noise.MergeVerdicts;
import dev.perftriage.analysis.noise.NoiseVerdicts;
import dev.perftriage.model.Artifact;
import dev.perftriage.model.Merge;
import dev.perftriage.model.PullRef;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TestCase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The merges whose regressions went back at later merges that mention them and do not revert them.
 * A mention proposes a fix; the values decide.
 *
 * @param fixes in the order of the fixed merges, then of those that fix them
 */
public record Fixes(List<Fix> fixes) {

  /** No known fixes. */
  public static final Fixes NONE = new Fixes(List.of());

  /** The part of a change that must go back, in logarithms. */
  private static final double WAY_BACK = 0.5;

  private static final Pattern MENTION =
      Pattern.compile("(?<![\\w/-])" + PullRef.BEFORE_NUMBER + "([1-9]\\d{0,8})\\b");

  /** Copies the list. */
  public Fixes {
    fixes = List.copyOf(fixes);
  }

  /**
   * The fixes of listed merges.
   *
   * @param verdicts on all merges, from which the reverts are known, too
   * @param pulls the known pull requests, by number
   */
  public static Fixes among(
      List<ComparisonSummary> entries, NoiseVerdicts verdicts, Map<Integer, PullRequest> pulls) {
    List<Fix> fixes = new ArrayList<>();
    for (ComparisonSummary entry : entries) {
      verdicts
          .of(entry.after().commit())
          .ifPresent(merge -> addTo(fixes, entry, merge, verdicts, pulls));
    }
    return new Fixes(fixes);
  }

  private static void addTo(
      List<Fix> fixes,
      ComparisonSummary entry,
      MergeVerdicts merge,
      NoiseVerdicts verdicts,
      Map<Integer, PullRequest> pulls) {
    Set<TestCase> noise = new TreeSet<>(TestCase.BY_NAME);
    merge.noise().stream().map(JudgedChange::change).forEach(each -> noise.add(each.testCase()));
    List<TestCaseChange> regressions =
        entry
            .relevant()
            .filter(TestCaseChange::isRegression)
            .filter(change -> !noise.contains(change.testCase()))
            .toList();
    Integer number = entry.after().pr();
    if (regressions.isEmpty() || number == null) {
      return;
    }
    Set<Integer> names = new TreeSet<>(Set.of(number));
    PullRequest pull = pulls.get(number);
    names.addAll(pull == null ? List.of() : Rollup.numbers(pull));
    boolean isLater = false;
    for (MergeVerdicts later : verdicts.all()) {
      Artifact after = later.summary().after();
      Sha commit = after.commit();
      if (isLater
          && !Collections.disjoint(names, mentionedBy(after.pr(), pulls))
          && !verdicts.reverts().undoneBy(commit).contains(entry.after().commit())) {
        Fix fix =
            new Fix(
                new Merge(entry.after().commit(), number),
                new Merge(commit, after.pr()),
                wentBack(regressions, later),
                regressions.size());
        if (fix.isEnough()) {
          fixes.add(fix);
        }
      }
      isLater |= commit.equals(entry.after().commit());
    }
  }

  private static int wentBack(List<TestCaseChange> regressions, MergeVerdicts later) {
    Map<TestCase, TestCaseChange> moved = new LinkedHashMap<>();
    later.summary().relevant().forEach(change -> moved.put(change.testCase(), change));
    return (int)
        regressions.stream()
            .filter(
                change -> {
                  TestCaseChange back = moved.get(change.testCase());
                  return back != null && ExplainedCase.share(change, back) <= -WAY_BACK;
                })
            .count();
  }

  /** The pull requests that a pull request or its members mention; not the members themselves. */
  private static Set<Integer> mentionedBy(
      @Nullable Integer number, Map<Integer, PullRequest> pulls) {
    Set<Integer> mentioned = new TreeSet<>();
    PullRequest pull = number == null ? null : pulls.get(number);
    if (pull == null) {
      return mentioned;
    }
    List<Integer> members = Rollup.numbers(pull);
    addMentions(pull, mentioned);
    for (int member : members) {
      PullRequest known = pulls.get(member);
      if (known != null) {
        addMentions(known, mentioned);
      }
    }
    members.forEach(mentioned::remove);
    return mentioned;
  }

  private static void addMentions(PullRequest pull, Set<Integer> mentioned) {
    Matcher mention = MENTION.matcher(pull.title() + "\n" + pull.body());
    while (mention.find()) {
      mentioned.add(Integer.parseInt(mention.group(1)));
    }
  }

  /** The fixes of a merge, in the order of the merges that fix it. */
  public List<Fix> of(Sha commit) {
    return fixes.stream().filter(fix -> fix.fixed().sha().equals(commit)).toList();
  }

  /** The merges that fix a merge, and those that it fixes. */
  public Set<Merge> ofAndBy(Sha commit) {
    Set<Merge> merges = new LinkedHashSet<>();
    of(commit).forEach(fix -> merges.add(fix.by()));
    by(commit).forEach(fix -> merges.add(fix.fixed()));
    return merges;
  }

  /** What a merge fixes. */
  public List<Fix> by(Sha commit) {
    return fixes.stream().filter(fix -> fix.by().sha().equals(commit)).toList();
  }
}
