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

/**
 * A diverging bar chart of the largest regressions and improvements, one row per test case.
 *
 * @param names the width for names beside bars, in pixels; 0 if they stand above their bars
 */
record LargestChanges(
    Canvas canvas, Comparison comparison, List<BarRow> rows, ChangeScale scale, double names) {

  private static final int MOST_ROWS = 15;
  private static final int MOST_NARROW_ROWS = 8;
  private static final int ROW_HEIGHT = 18;
  private static final int NARROW_ROW_HEIGHT = 32;
  private static final int BAR_HEIGHT = 12;
  private static final int NAME_HEIGHT = 14;
  private static final int WIDEST_NAME = 320;
  private static final int MOST_TICKS = 7;
  private static final int LEAST_TICK_WIDTH = 60;

  /** The chart of the compile benchmarks. */
  static Chart of(Comparison comparison) {
    return of(comparison, "largest-changes", "test case");
  }

  /** The chart of the runtime benchmarks. */
  static Chart ofRuntime(Comparison comparison) {
    return of(comparison, "runtime-largest-changes", "runtime benchmark");
  }

  private static Chart of(Comparison comparison, String name, String noun) {
    return comparison.isSentence()
        ? Chart.empty(name, comparison.finding(), comparison.sentence(noun))
        : new Chart(words(comparison, name, noun), width -> plot(comparison, width));
  }

  private static Plot plot(Comparison comparison, double width) {
    boolean isNarrow = ChartStyle.isNarrow(width);
    List<BarRow> rows = rows(comparison, isNarrow ? MOST_NARROW_ROWS : MOST_ROWS);
    List<TestCaseChange> shown = shown(rows);
    List<Double> fractions = Comparison.fractions(shown);
    ChangeScale scale = ChangeScale.of(fractions);
    double widest = ChartFonts.widest(shown.stream().map(change -> change.testCase().toString()));
    double names = isNarrow ? 0 : Math.min(widest, WIDEST_NAME);
    double value = ChartFonts.widest(shown.stream().map(ChartWords::signed)) + 2 * GAP;
    double inner = width - names - 2 * GAP;
    int rowHeight = isNarrow ? NARROW_ROW_HEIGHT : ROW_HEIGHT;
    return new Plot(
        new Frame(names + GAP, GAP, GAP, AXIS_HEIGHT),
        scale.axis(fractions, inner, value, (int) Math.min(MOST_TICKS, inner / LEAST_TICK_WIDTH)),
        Axis.rows(rows.size()),
        rows.size() * rowHeight + AXIS_HEIGHT + GAP,
        canvas -> new LargestChanges(canvas, comparison, rows, scale, names).draw());
  }

  /** The rows from the largest regression down to the largest improvement. */
  static List<BarRow> rows(Comparison comparison, int most) {
    List<TestCaseChange> regressions = downwards(comparison, ChangeKind.REGRESSION);
    List<TestCaseChange> improvements = downwards(comparison, ChangeKind.IMPROVEMENT);
    int moreRegressions = Math.max(0, regressions.size() - most);
    int moreImprovements = Math.max(0, improvements.size() - most);
    return Stream.of(
            regressions.stream().limit(most).map(BarRow::of),
            rest(moreRegressions, "regression"),
            rest(moreImprovements, "improvement"),
            improvements.stream().skip(moreImprovements).map(BarRow::of))
        .flatMap(some -> some)
        .toList();
  }

  private static List<TestCaseChange> shown(List<BarRow> rows) {
    return rows.stream().flatMap(row -> row.changes().stream()).toList();
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

  private void draw() {
    double zero = canvas.x(0);
    for (int i = 0; i < rows.size(); i++) {
      BarRow row = rows.get(i);
      double top = canvas.y(i);
      double bottom = canvas.y(i + 1.0);
      if (row.changes().isEmpty()) {
        double half = ChartFonts.width(row.rest()) / 2;
        double at = Math.max(canvas.left() + half, Math.min(canvas.right() - half, zero));
        canvas.box(at - half, top + 1, at + half, bottom - 1, ChartStyle.BACKGROUND);
        canvas.note(row.rest(), at, (top + bottom) / 2, Align.AROUND);
      }
      for (TestCaseChange change : row.changes()) {
        canvas.withTooltip(
            () -> ChartWords.tooltip(comparison.metric(), change),
            () -> drawRow(change, top, bottom));
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).changes().isEmpty()) {
        double top = canvas.y(i) + (names > 0 ? 0 : NAME_HEIGHT);
        canvas.line(zero, top, zero, canvas.y(i + 1.0), ChartStyle.INK);
      }
    }
  }

  private void drawRow(TestCaseChange change, double top, double bottom) {
    String name = change.testCase().toString();
    if (names > 0) {
      double middle = (top + bottom) / 2;
      drawBar(change, middle);
      canvas.label(ChartFonts.fitted(name, names), canvas.left() - GAP, middle, Align.UP_TO);
    } else {
      drawBar(change, top + NAME_HEIGHT + (bottom - top - NAME_HEIGHT) / 2);
      // The name covers the line at zero and the grid, which would cross it.
      String fitted = ChartFonts.fitted(name, canvas.area().getWidth());
      double width = ChartFonts.width(fitted);
      canvas.box(
          canvas.left(), top, canvas.left() + width, top + NAME_HEIGHT, ChartStyle.BACKGROUND);
      canvas.label(fitted, canvas.left(), top + NAME_HEIGHT / 2.0, Align.FROM);
    }
  }

  private void drawBar(TestCaseChange change, double middle) {
    double end = scale.end(change.change(), canvas);
    double top = middle - BAR_HEIGHT / 2.0;
    double bottom = middle + BAR_HEIGHT / 2.0;
    canvas.box(canvas.x(0), top, end, bottom, ChangeKind.of(change).color());
    double threshold = Math.copySign(change.result().significanceThreshold(), change.change());
    if (!scale.breaks(threshold)) {
      double tick = canvas.x(threshold);
      canvas.box(tick - 1.5, top, tick + 1.5, bottom, ChartStyle.BACKGROUND);
      canvas.line(tick, top - 2, tick, bottom + 2, ChartStyle.INK);
    }
    if (scale.breaks(change.change())) {
      double at = end - Math.copySign(ChangeScale.BEYOND / 2, change.change());
      canvas.breakAcross(at, middle, BAR_HEIGHT + 4.0);
    }
    canvas.labelBeyond(ChartWords.signed(change), end, middle, change.change() > 0);
  }

  private static ChartWords words(Comparison comparison, String name, String noun) {
    List<Double> shown = Comparison.fractions(shown(rows(comparison, MOST_ROWS)));
    boolean isBroken = shown.stream().anyMatch(ChangeScale.of(shown)::breaks);
    return new ChartWords(
        name,
        comparison.finding(),
        comparison.question("Which " + noun + "s changed most?"),
        "▲ regressions to the right, ▼ improvements to the left; the tick across a bar is the"
            + " significance threshold of that "
            + noun
            + "."
            + (isBroken ? " A bar with a gap (//) is longer than drawn." : "")
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
