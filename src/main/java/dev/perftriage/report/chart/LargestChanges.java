package dev.perftriage.report.chart;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.report.Numbers;
import java.awt.Font;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;

/** Diverging bars: the largest regressions and improvements, one row per test case. */
final class LargestChanges {

  private static final int MOST_ROWS = 15;
  private static final int ROW_HEIGHT = 18;
  private static final int BAR_HEIGHT = 12;
  private static final int WIDEST_NAME = 320;
  private static final int GAP = 6;
  private static final int AXIS_HEIGHT = 24;
  private static final int LEAST_ROOM_FOR_VALUE = 78;
  private static final int MOST_TICKS = 7;

  /** At most one bar in so many may be broken, or lengths would mean nothing. */
  private static final int ONE_BROKEN_IN = 4;

  private LargestChanges() {}

  /** The chart of the compile benchmarks. */
  static Chart of(Comparison comparison) {
    return of(comparison, "largest-changes", ChartWords.title("Largest changes", comparison));
  }

  /** The chart of the runtime benchmarks. */
  static Chart ofRuntime(Comparison comparison) {
    return of(
        comparison,
        "runtime-largest-changes",
        ChartWords.title("Largest changes of runtime benchmarks", comparison));
  }

  private static Chart of(Comparison comparison, String name, String title) {
    List<Row> rows = rows(comparison);
    List<TestCaseChange> shown = rows.stream().flatMap(row -> row.changes().stream()).toList();
    List<Double> shownChanges = shown.stream().map(TestCaseChange::change).toList();
    ClippedRange range =
        ClippedRange.of(comparison.changes().stream().map(TestCaseChange::change).toList())
            .clippingAtMost(shown.size() / ONE_BROKEN_IN, shownChanges);
    ChartStyle style = ChartStyle.STANDARD;
    Font font = ChartFonts.regular(style.labelSize());
    double widest =
        shown.stream()
            .mapToDouble(change -> ChartFonts.width(change.testCase().toString(), font))
            .max()
            .orElse(0);
    double names = Math.min(widest, WIDEST_NAME) + GAP;
    double room =
        shown.stream()
            .mapToDouble(change -> ChartFonts.width(value(change), font) + 2 * GAP)
            .reduce(LEAST_ROOM_FOR_VALUE, Math::max);
    Reach reach = Reach.of(shownChanges, range, Chart.innerWidth() - names - GAP, room);
    int count = Math.max(2, rows.size());
    NumberAxis axis = Frame.changes(null, reach.from(), reach.to(), MOST_TICKS);
    axis.setVisible(!shown.isEmpty());
    return new Chart(
        words(comparison, name, title),
        new Frame(names, GAP, GAP, AXIS_HEIGHT)
            .plot(
                axis,
                Frame.hidden(count, true),
                canvas -> draw(canvas, rows, range, names - GAP, font)),
        count * ROW_HEIGHT + AXIS_HEIGHT + GAP);
  }

  /** The rows from the largest regression down to the largest improvement. */
  static List<Row> rows(Comparison comparison) {
    List<TestCaseChange> regressions = new ArrayList<>(comparison.ofKind(ChangeKind.REGRESSION));
    // Ascending by change, as everywhere; a chart is read from the top.
    Collections.reverse(regressions);
    List<TestCaseChange> improvements = new ArrayList<>(comparison.ofKind(ChangeKind.IMPROVEMENT));
    List<Row> rows = new ArrayList<>();
    regressions.stream().limit(MOST_ROWS).forEach(change -> rows.add(Row.of(change)));
    addRest(rows, regressions.size() - MOST_ROWS, "regression");
    addRest(rows, improvements.size() - MOST_ROWS, "improvement");
    List<TestCaseChange> largest =
        new ArrayList<>(improvements.subList(0, Math.min(MOST_ROWS, improvements.size())));
    Collections.reverse(largest);
    largest.forEach(change -> rows.add(Row.of(change)));
    return rows;
  }

  private static void addRest(List<Row> rows, int more, String noun) {
    if (more > 0) {
      rows.add(new Row(List.of(), "+" + more + " more " + noun + (more == 1 ? "" : "s")));
    }
  }

  private static void draw(
      Canvas canvas, List<Row> rows, ClippedRange range, double names, Font font) {
    ChartStyle style = ChartStyle.STANDARD;
    double zero = canvas.x(0);
    if (rows.isEmpty()) {
      canvas.text(
          "No test case changed relevantly.",
          canvas.area().getCenterX(),
          canvas.area().getCenterY(),
          Canvas.Align.AROUND,
          font,
          style.muted());
      return;
    }
    for (int i = 0; i < rows.size(); i++) {
      double middle = canvas.y(i + 0.5);
      Row row = rows.get(i);
      if (row.changes().isEmpty()) {
        canvas.text(row.rest(), zero, middle, Canvas.Align.AROUND, font, style.muted());
      }
      for (TestCaseChange change : row.changes()) {
        canvas.withTooltip(
            () -> Tooltips.of(change), () -> drawBar(canvas, change, range, middle, names, font));
      }
    }
    double bottom = canvas.area().getMaxY();
    double from = canvas.area().getMinY();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).changes().isEmpty()) {
        canvas.line(zero, from, zero, canvas.y(i), style.ink(), 1f);
        from = canvas.y(i + 1.0);
      }
    }
    canvas.line(zero, from, zero, bottom, style.ink(), 1f);
  }

  private static void drawBar(
      Canvas canvas,
      TestCaseChange change,
      ClippedRange range,
      double middle,
      double names,
      Font font) {
    ChartStyle style = ChartStyle.STANDARD;
    ChangeKind kind = ChangeKind.of(change);
    double zero = canvas.x(0);
    double end = canvas.x(range.clip(change.change()));
    double half = BAR_HEIGHT / 2.0;
    canvas.box(zero, middle - half, end, middle + half, style.of(kind));
    if (range.clips(change.change())) {
      canvas.breakAcross(
          end - Math.copySign(10, change.change()),
          middle,
          BAR_HEIGHT + 4.0,
          true,
          style.background());
    }
    double threshold = Math.copySign(change.result().significanceThreshold(), change.change());
    if (!range.clips(threshold)) {
      double tick = canvas.x(threshold);
      canvas.box(tick - 1.5, middle - half, tick + 1.5, middle + half, style.background());
      canvas.line(tick, middle - half - 2, tick, middle + half + 2, style.ink(), 1f);
    }
    boolean right = change.change() > 0;
    canvas.text(
        value(change),
        end + (right ? GAP : -GAP),
        middle,
        right ? Canvas.Align.FROM : Canvas.Align.UP_TO,
        font,
        style.ink());
    canvas.text(
        ChartFonts.fitted(change.testCase().toString(), font, names),
        canvas.area().getMinX() - GAP,
        middle,
        Canvas.Align.UP_TO,
        font,
        style.ink());
  }

  private static String value(TestCaseChange change) {
    return ChangeKind.of(change).sign() + " " + Ticks.change(change.change());
  }

  private static ChartWords words(Comparison comparison, String name, String title) {
    List<TestCaseChange> regressions = comparison.ofKind(ChangeKind.REGRESSION);
    List<TestCaseChange> improvements = comparison.ofKind(ChangeKind.IMPROVEMENT);
    String worst =
        regressions.isEmpty()
            ? "no relevant regression"
            : Numbers.counted(regressions.size(), "relevant regression")
                + ", the largest "
                + named(regressions.get(regressions.size() - 1));
    String best =
        improvements.isEmpty()
            ? "no relevant improvement"
            : Numbers.counted(improvements.size(), "relevant improvement")
                + ", the largest "
                + named(improvements.get(0));
    return new ChartWords(
        name,
        title,
        "Bars to the right (▲) are regressions, to the left (▼) improvements; each row is a test"
            + " case, the dark tick in a bar its own significance threshold. A gap in a bar means"
            + " that it goes on beyond the scale, as far as its number says.",
        "Bar chart of the largest relevant changes by "
            + comparison.metric()
            + ": "
            + worst
            + "; "
            + best
            + ".");
  }

  private static String named(TestCaseChange change) {
    return change.testCase() + " with " + Ticks.change(change.change());
  }

  /**
   * A row of the chart.
   *
   * @param changes the test case; none where the row counts what was cut
   * @param rest what was cut; empty where the row is a test case
   */
  record Row(List<TestCaseChange> changes, String rest) {
    Row {
      changes = List.copyOf(changes);
    }

    static Row of(TestCaseChange change) {
      return new Row(List.of(change), "");
    }
  }
}
