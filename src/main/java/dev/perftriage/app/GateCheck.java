package dev.perftriage.app;

import dev.perftriage.analysis.Gate;
import dev.perftriage.analysis.Gate.Trip;
import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.analysis.MeasuredCases;
import dev.perftriage.analysis.caveat.Caveat.RandomTargets;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.ComparisonReport;
import dev.perftriage.report.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The result of judging a comparison by gates.
 *
 * @param trips what tripped each gate, worst first, in the order of the gates; without gates that
 *     did not trip
 * @param missing what cannot be judged, as noun phrases for a message; empty without gates
 */
public record GateCheck(List<List<Trip>> trips, List<String> missing) {

  /** Copies the lists. */
  public GateCheck {
    trips = List.copyOf(trips);
    missing = List.copyOf(missing);
  }

  /**
   * Judges a comparison by gates. Of test cases on random targets nothing can be judged: whether a
   * gate trips would be chance.
   */
  public static GateCheck of(ComparisonReport report, List<Gate> gates) {
    List<String> random = gates.isEmpty() ? List.of() : onRandomTargets(report);
    if (!random.isEmpty()) {
      return new GateCheck(List.of(), random);
    }
    List<List<Trip>> tripped =
        gates.stream().map(gate -> trips(gate, report)).filter(trips -> !trips.isEmpty()).toList();
    return new GateCheck(tripped, gates.isEmpty() ? List.of() : missing(report, gates));
  }

  private static List<Trip> trips(Gate gate, ComparisonReport report) {
    // A benchmark that newly fails does so by every metric.
    List<JudgedComparison> judged =
        gate.judgesChanges() ? report.metrics() : List.of(report.leading());
    return judged.stream().flatMap(one -> gate.trips(one, report.withRuntime()).stream()).toList();
  }

  private static List<String> onRandomTargets(ComparisonReport report) {
    return report.caveats().stream()
        .filter(scoped -> scoped.caveat() instanceof RandomTargets)
        .map(
            scoped ->
                "anything by %s, with test cases on random targets".formatted(scoped.metric()))
        .toList();
  }

  private static List<String> missing(ComparisonReport report, List<Gate> gates) {
    List<String> missing = new ArrayList<>();
    boolean changes = gates.stream().anyMatch(Gate::judgesChanges);
    for (JudgedComparison judged : report.metrics()) {
      String by = " by " + judged.facts().metric();
      boolean selected = !judged.selection().filter().isAll();
      if ((changes || !selected) && judged.judgesNothing(report.withRuntime())) {
        missing.add("anything" + by + ": no test case is comparable");
      }
      if (changes) {
        missing(judged.withoutNumber(report.withRuntime()), by + " without a number")
            .ifPresent(missing::add);
      }
      if (gates.stream().anyMatch(Gate::judgesMeans)) {
        missing(judged.fromZero(report.withRuntime()), by + " from zero, which no mean includes")
            .ifPresent(missing::add);
      }
    }
    MeasuredCases measured = report.leading().summary().measured();
    List<String> failing = measured.newlyFailing();
    if (changes && !failing.isEmpty()) {
      missing.add(
          Numbers.counted(failing.size(), "benchmark")
              + " that newly "
              + (failing.size() == 1 ? "fails" : "fail")
              + ", first "
              + failing.get(0));
    }
    List<String> others = measured.otherErrors();
    if (changes && !others.isEmpty()) {
      missing.add("what the site reports as a new error of " + String.join(", ", others));
    }
    // A filter may select compile benchmarks only.
    if (report.withRuntime()
        && report.leading().selection().filter().isAll()
        && report.metrics().stream().allMatch(judged -> judged.facts().runtime().isEmpty())) {
      missing.add("runtime benchmarks: none was measured");
    }
    return missing;
  }

  private static Optional<String> missing(List<TestCase> cases, String why) {
    return cases.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s%s, first %s"
                .formatted(Numbers.counted(cases.size(), "test case"), why, cases.get(0)));
  }
}
