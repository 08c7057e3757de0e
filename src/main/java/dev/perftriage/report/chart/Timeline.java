package dev.perftriage.report.chart;

import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.CumulativeChange;
import dev.perftriage.analysis.Direction;
import dev.perftriage.model.Coverage;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Sha;
import dev.perftriage.report.Annotations;
import dev.perftriage.report.TriageReport;
import dev.perftriage.report.VerdictMark;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The merges of a range in order, with the cumulative change.
 *
 * @param metric what was measured
 * @param range the two abbreviated commits, as {@code start..end}
 * @param period the days of the two commits; empty if unknown
 * @param testCases the number of test cases in the cumulative change; 0 if there is none
 * @param steps the measured merges, in commit order
 */
public record Timeline(
    Metric metric, String range, String period, int testCases, List<Step> steps) {

  /** Copies the list. */
  public Timeline {
    steps = List.copyOf(steps);
  }

  /**
   * The timeline of a report.
   *
   * @param annotations says what became of the listed merges; empty if that is not known
   */
  public static Timeline of(
      TriageReport report, CumulativeChange cumulative, Optional<Annotations> annotations) {
    List<ComparisonSummary> steps = report.week().steps();
    Coverage coverage = report.week().coverage();
    Set<Sha> listed =
        report.week().entries().stream()
            .map(entry -> entry.after().commit())
            .collect(Collectors.toSet());
    Map<Sha, Integer> spans = new HashMap<>();
    for (Coverage.Gap gap : coverage.gaps()) {
      spans.put(gap.end().sha(), 1 + Math.max(1, gap.unmeasured().size()));
    }
    List<Step> walked = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      ComparisonSummary step = steps.get(i);
      Sha commit = step.after().commit();
      Integer pr = step.after().pr();
      walked.add(
          new Step(
              pr == null ? step.after().shortCommit() : "#" + pr,
              pr == null ? "" : report.title(pr).orElse(""),
              spans.getOrDefault(commit, 1),
              listed.contains(commit) ? step.direction() : Direction.NONE,
              report.isRollup(step),
              listed.contains(commit)
                  ? annotations.flatMap(some -> VerdictMark.of(some.of(step)))
                  : Optional.empty(),
              Optional.ofNullable(step.after().date()).map(Period::day),
              cumulative.afterStep().isEmpty()
                  ? OptionalDouble.empty()
                  : OptionalDouble.of(cumulative.afterStep().get(i))));
    }
    return new Timeline(
        report.week().metric(),
        coverage.start().shortened() + ".." + coverage.end().shortened(),
        steps.isEmpty()
            ? ""
            : Period.of(steps.get(0).before(), steps.get(steps.size() - 1).after()),
        cumulative.testCases(),
        walked);
  }

  /**
   * A measured merge.
   *
   * @param name the pull request's number as {@code #1}, or the abbreviated commit without one
   * @param title the pull request's title, untrusted; empty if unavailable
   * @param spansMerges the number of merges since the previous measured one; 1 if none are
   *     unmeasured
   * @param direction its direction; {@link Direction#NONE} if the report does not list it
   * @param rollup whether it merges several pull requests
   * @param mark what became of it; empty if unknown or if the report does not list it
   * @param day when it was merged, in UTC; empty if unknown
   * @param change the cumulative change since the start of the range, as a fraction; empty if
   *     unknown
   */
  public record Step(
      String name,
      String title,
      int spansMerges,
      Direction direction,
      boolean rollup,
      Optional<VerdictMark> mark,
      Optional<LocalDate> day,
      OptionalDouble change) {

    /** Throws {@link IllegalArgumentException} if the span is less than 1. */
    public Step {
      if (spansMerges < 1) {
        throw new IllegalArgumentException("a comparison spans a merge at least");
      }
    }

    boolean isListed() {
      return direction != Direction.NONE;
    }
  }
}
