package dev.perftriage.report.chart;

import static dev.perftriage.report.chart.Frame.AXIS_HEIGHT;
import static dev.perftriage.report.chart.Frame.GAP;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.chart.Canvas.Align;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jfree.chart.axis.NumberAxis;

/** A diverging bar chart of the largest regressions and improvements, one row per test case. */
final class LargestChanges {

  private static final int MOST_ROWS = 15;
  private static final int ROW_HEIGHT = 18;
  private static final int BAR_HEIGHT = 12;
  private static final int WIDEST_NAME = 320;
  private static final int LEAST_ROOM_FOR_VALUE = 78;
  private static final int MOST_TICKS = 7;

  /** At most one bar in this many is clipped; otherwise lengths would mean little. */
  private static final int ONE_BROKEN_IN = 4;

  private LargestChanges() {}

  /** The chart of the compile benchmarks. */
  static Chart of(Comparison comparison) {
    return of(comparison, "largest-changes", "Largest changes");
  }

  /** The chart of the runtime benchmarks. */
  static Chart ofRuntime(Comparison comparison) {
    return of(comparison, "runtime-largest-changes", "Largest changes of runtime benchmarks");
  }

  private static Chart of(Comparison comparison, String name, String title) {
    List<BarRow> rows = rows(comparison);
    List<TestCaseChange> shown = rows.stream().flatMap(row -> row.changes().stream()).toList();
    List<Double> fractions = Comparison.fractions(shown);
    ClippedRange range =
        ClippedRange.of(comparison.fractions())
            .clippingAtMost(shown.size() / ONE_BROKEN_IN, fractions);
    double widest = ChartFonts.widest(shown.stream().map(change -> change.testCase().toString()));
    double names = Math.min(widest, WIDEST_NAME);
    double value = ChartFonts.widest(shown.stream().map(ChartWords::signed)) + 2 * GAP;
    double inner = Chart.innerWidth() - names - 2 * GAP;
    NumberAxis axis =
        Frame.changes(
            null, range.reach(fractions, inner, Math.max(LEAST_ROOM_FOR_VALUE, value)), MOST_TICKS);
    axis.setVisible(!shown.isEmpty());
    int count = Math.max(2, rows.size());
    return new Chart(
        words(comparison, name, title),
        new Frame(names + GAP, GAP, GAP, AXIS_HEIGHT).plot(axis, Frame.hidden(count, true)),
        count * ROW_HEIGHT + AXIS_HEIGHT + GAP,
        canvas -> draw(canvas, comparison, rows, range, names));
  }

  /** The rows from the largest regression down to the largest improvement. */
  static List<BarRow> rows(Comparison comparison) {
    List<TestCaseChange> regressions = downwards(comparison, ChangeKind.REGRESSION);
    List<TestCaseChange> improvements = downwards(comparison, ChangeKind.IMPROVEMENT);
    int moreRegressions = Math.max(0, regressions.size() - MOST_ROWS);
    int moreImprovements = Math.max(0, improvements.size() - MOST_ROWS);
    return Stream.of(
            regressions.stream().limit(MOST_ROWS).map(BarRow::of),
            rest(moreRegressions, "regression"),
            rest(moreImprovements, "improvement"),
            improvements.stream().skip(moreImprovements).map(BarRow::of))
        .flatMap(some -> some)
        .toList();
  }

  /** The changes of a kind from top to bottom, which is descending. */
  private static List<TestCaseChange> downwards(Comparison comparison, ChangeKind kind) {
    List<TestCaseChange> changes = new ArrayList<>(comparison.ofKind(kind));
    Collections.reverse(changes);
    return changes;
  }

  private static Stream<BarRow> rest(int more, String noun) {
    return more == 0
        ? Stream.empty()
        : Stream.of(new BarRow(List.of(), "+" + Numbers.counted(more, "more " + noun)));
  }

  private static void draw(
      Canvas canvas, Comparison comparison, List<BarRow> rows, ClippedRange range, double names) {
    if (rows.isEmpty()) {
      canvas.nothing(comparison.emptyBecause("No test case changed relevantly."));
      return;
    }
    double zero = canvas.x(0);
    for (int i = 0; i < rows.size(); i++) {
      double middle = canvas.y(i + 0.5);
      BarRow row = rows.get(i);
      if (row.changes().isEmpty()) {
        canvas.note(row.rest(), zero, middle, Align.AROUND);
      }
      for (TestCaseChange change : row.changes()) {
        canvas.withTooltip(
            () -> ChartWords.tooltip(comparison.metric(), change),
            () -> drawBar(canvas, change, range, middle, names));
      }
    }
    double from = canvas.top();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).changes().isEmpty()) {
        canvas.line(zero, from, zero, canvas.y(i), ChartStyle.INK);
        from = canvas.y(i + 1.0);
      }
    }
    canvas.line(zero, from, zero, canvas.bottom(), ChartStyle.INK);
  }

  private static void drawBar(
      Canvas canvas, TestCaseChange change, ClippedRange range, double middle, double names) {
    double end = canvas.x(range.clip(change.change()));
    double top = middle - BAR_HEIGHT / 2.0;
    double bottom = middle + BAR_HEIGHT / 2.0;
    canvas.box(canvas.x(0), top, end, bottom, ChangeKind.of(change).color());
    if (range.clips(change.change())) {
      canvas.breakAcross(end - Math.copySign(10, change.change()), middle, BAR_HEIGHT + 4.0);
    }
    double threshold = Math.copySign(change.result().significanceThreshold(), change.change());
    if (!range.clips(threshold)) {
      double tick = canvas.x(threshold);
      canvas.box(tick - 1.5, top, tick + 1.5, bottom, ChartStyle.BACKGROUND);
      canvas.line(tick, top - 2, tick, bottom + 2, ChartStyle.INK);
    }
    canvas.labelBeyond(ChartWords.signed(change), end, middle, change.change() > 0);
    String name = ChartFonts.fitted(change.testCase().toString(), names);
    canvas.label(name, canvas.left() - GAP, middle, Align.UP_TO);
  }

  private static ChartWords words(Comparison comparison, String name, String title) {
    return new ChartWords(
        name,
        ChartWords.title(title, comparison),
        "Bars to the right (▲) are regressions, to the left (▼) improvements; each row is a test"
            + " case, the dark tick in a bar its own significance threshold. A gap in a bar means"
            + " that it goes on beyond the scale, as far as its number says."
            + comparison.notDrawn(),
        "Bar chart of the largest relevant changes by %s: %s; %s.%s"
            .formatted(
                comparison.metric(),
                largest(downwards(comparison, ChangeKind.REGRESSION), "relevant regression"),
                largest(comparison.ofKind(ChangeKind.IMPROVEMENT), "relevant improvement"),
                comparison.notDrawn()));
  }

  private static String largest(List<TestCaseChange> largestFirst, String noun) {
    if (largestFirst.isEmpty()) {
      return "no " + noun;
    }
    TestCaseChange largest = largestFirst.get(0);
    return "%s, the largest %s with %s"
        .formatted(
            Numbers.counted(largestFirst.size(), noun),
            largest.testCase(),
            ChartWords.change(largest.change()));
  }

  /** A row: one test case, or none and a text that counts the omitted ones. */
  record BarRow(List<TestCaseChange> changes, String rest) {

    private static BarRow of(TestCaseChange change) {
      return new BarRow(List.of(change), "");
    }
  }
}
