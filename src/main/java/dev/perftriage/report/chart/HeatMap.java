package dev.perftriage.report.chart;

import static dev.perftriage.report.chart.Frame.GAP;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.Metric;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.chart.Canvas.Align;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Benchmarks against profile and scenario: shows which change together. */
final class HeatMap {

  private static final int ROW_HEIGHT = 17;
  private static final int WIDEST_NAME = 190;
  private static final int WIDEST_SCENARIO = 130;
  private static final int WIDEST_CELL = 56;
  private static final int LEGEND_HEIGHT = 34;
  private static final int LEGEND_CELL = 16;
  private static final int LEGEND_STEPS = 4;
  private static final int NUMBER_SIZE = 10;
  private static final double FAINTEST = 0.12;
  private static final double DARK_FROM = 0.62;

  private HeatMap() {}

  static Chart of(Comparison comparison) {
    HeatGrid grid = HeatGrid.of(comparison);
    boolean empty = grid.columns().isEmpty();
    double widest = ChartFonts.widest(grid.benchmarks().stream());
    double names = Math.min(WIDEST_NAME, widest) + 2 * GAP;
    double top = empty ? GAP : scenarioRoom(grid) + 2 * ROW_HEIGHT + GAP;
    int rows = Math.max(2, grid.benchmarks().size());
    double room = Chart.innerWidth() - names - GAP;
    double right = Math.max(0, room - grid.columns().size() * (double) WIDEST_CELL);
    ClippedRange range =
        ClippedRange.of(
            Comparison.fractions(grid.shown()).stream().filter(Double::isFinite).toList());
    return new Chart(
        words(comparison, grid),
        new Frame(names, empty ? GAP : right + GAP, top, LEGEND_HEIGHT)
            .plot(Frame.hidden(grid.columns().size(), false), Frame.hidden(rows, true)),
        top + rows * ROW_HEIGHT + LEGEND_HEIGHT,
        canvas -> draw(canvas, comparison.metric(), grid, range));
  }

  private static void draw(Canvas canvas, Metric metric, HeatGrid grid, ClippedRange range) {
    if (grid.benchmarks().isEmpty()) {
      canvas.nothing("No benchmark has a relevant change.");
      return;
    }
    drawHeader(canvas, grid);
    List<Rectangle2D> notMeasured = new ArrayList<>();
    for (int row = 0; row < grid.benchmarks().size(); row++) {
      String benchmark = grid.benchmarks().get(row);
      double top = canvas.y(row) + 0.5;
      double bottom = canvas.y(row + 1.0) - 0.5;
      String name = ChartFonts.fitted(benchmark, WIDEST_NAME);
      canvas.label(name, canvas.left() - GAP, canvas.y(row + 0.5), Align.UP_TO);
      for (int column = 0; column < grid.columns().size(); column++) {
        double left = canvas.x(column) + 0.5;
        double right = canvas.x(column + 1.0) - 0.5;
        Rectangle2D cell = Shapes.rectangle(left, top, right, bottom);
        List<TestCaseChange> changes = grid.cell(benchmark, grid.columns().get(column));
        if (changes.isEmpty()) {
          notMeasured.add(cell);
        } else {
          drawCell(canvas, metric, cell, changes, range);
        }
      }
    }
    canvas.hatch(notMeasured, ChartStyle.GRID);
    drawLegend(canvas, range);
  }

  private static void drawHeader(Canvas canvas, HeatGrid grid) {
    double line = canvas.top() - GAP;
    double profileLine = line - scenarioRoom(grid) - ROW_HEIGHT + 2;
    double under = profileLine + ROW_HEIGHT / 2.0;
    Map<String, List<HeatGrid.HeatColumn>> profiles =
        grid.columns().stream()
            .collect(
                Collectors.groupingBy(
                    HeatGrid.HeatColumn::profile, LinkedHashMap::new, Collectors.toList()));
    int at = 0;
    for (Map.Entry<String, List<HeatGrid.HeatColumn>> group : profiles.entrySet()) {
      String profile = group.getKey();
      double left = canvas.x(at);
      double right = canvas.x(at + group.getValue().size());
      // A profile too narrow for its name is prefixed to its scenarios instead.
      boolean fits = ChartFonts.width(profile, ChartFonts.BOLD_LABEL) <= right - left;
      for (HeatGrid.HeatColumn column : group.getValue()) {
        String name = fits ? column.scenario() : profile + " " + column.scenario();
        canvas.labelUpwards(ChartFonts.fitted(name, WIDEST_SCENARIO), canvas.x(at + 0.5), line);
        at++;
      }
      if (fits) {
        canvas.text(
            profile,
            (left + right) / 2,
            profileLine,
            Align.AROUND,
            ChartFonts.BOLD_LABEL,
            ChartStyle.INK);
        canvas.line(left + 2, under, right - 2, under, ChartStyle.MUTED);
      }
    }
  }

  private static double scenarioRoom(HeatGrid grid) {
    return Math.min(
        WIDEST_SCENARIO,
        ChartFonts.widest(grid.columns().stream().map(HeatGrid.HeatColumn::scenario)));
  }

  private static void drawCell(
      Canvas canvas,
      Metric metric,
      Rectangle2D cell,
      List<TestCaseChange> changes,
      ClippedRange range) {
    TestCaseChange shown = changes.get(0);
    boolean relevant = shown.isRelevant();
    double strength = relevant ? Math.abs(range.clip(shown.change())) / range.limit() : 0;
    Color ink = strength > DARK_FROM ? ChartStyle.BACKGROUND : ChartStyle.INK;
    // All numbers of a heat map are percentages, so the percent sign is left out.
    String number = ChartWords.change(shown.change()).replace("%", "");
    Font font = relevant ? ChartFonts.bold(NUMBER_SIZE) : ChartFonts.regular(NUMBER_SIZE);
    boolean fits = ChartFonts.width(number, font) <= cell.getWidth();
    canvas.withTooltip(
        () ->
            changes.stream()
                .map(change -> ChartWords.tooltip(metric, change))
                .collect(Collectors.joining("; ")),
        () -> {
          canvas.fill(cell, mixed(ChangeKind.of(shown).color(), strength));
          canvas.text(
              number,
              cell.getCenterX(),
              cell.getCenterY(),
              Align.AROUND,
              fits ? font : ChartFonts.regular(NUMBER_SIZE - 2),
              relevant ? ink : ChartStyle.MUTED);
        });
  }

  private static void drawLegend(Canvas canvas, ClippedRange range) {
    double middle = canvas.bottom() + LEGEND_HEIGHT / 2.0 + 2;
    double x = canvas.left();
    String least = "▼ " + ChartWords.change(-range.limit());
    canvas.label(least, x, middle, Align.FROM);
    x += ChartFonts.width(least) + GAP;
    for (int step = -LEGEND_STEPS; step <= LEGEND_STEPS; step++) {
      if (step != 0) {
        Color end = step < 0 ? ChartStyle.IMPROVEMENT : ChartStyle.REGRESSION;
        canvas.fill(legendCell(x, middle), mixed(end, Math.abs(step) / (double) LEGEND_STEPS));
        x += LEGEND_CELL;
      }
    }
    String most = "▲ " + ChartWords.change(range.limit());
    canvas.label(most, x + GAP, middle, Align.FROM);
    x += ChartFonts.width(most) + 3 * GAP;
    canvas.fill(legendCell(x, middle), mixed(ChartStyle.NOT_RELEVANT, 0));
    canvas.label("not relevant", x + LEGEND_CELL + GAP, middle, Align.FROM);
    x += ChartFonts.width("not relevant") + LEGEND_CELL + 3 * GAP;
    canvas.hatch(List.of(legendCell(x, middle)), ChartStyle.GRID);
    canvas.outline(legendCell(x, middle), ChartStyle.GRID, 1f);
    canvas.label("not measured", x + LEGEND_CELL + GAP, middle, Align.FROM);
  }

  private static Rectangle2D legendCell(double x, double middle) {
    return new Rectangle2D.Double(x, middle - 6, LEGEND_CELL, 12);
  }

  /** A colour blended with the background, from the faintest at 0 to the full colour at 1. */
  private static Color mixed(Color color, double strength) {
    Color paper = ChartStyle.BACKGROUND;
    double share = FAINTEST + (1 - FAINTEST) * strength;
    return new Color(
        between(paper.getRed(), color.getRed(), share),
        between(paper.getGreen(), color.getGreen(), share),
        between(paper.getBlue(), color.getBlue(), share));
  }

  private static int between(int from, int to, double share) {
    return (int) Math.rint(from + (to - from) * share);
  }

  private static ChartWords words(Comparison comparison, HeatGrid grid) {
    String description =
        grid.benchmarks().isEmpty()
            ? "Heat map without rows: no benchmark has a relevant change."
            : ("Heat map of %s with a relevant change by %s against %s of profile and scenario; the"
                    + " largest changes are those of %s.")
                .formatted(
                    Numbers.counted(grid.benchmarks().size(), "benchmark"),
                    comparison.metric(),
                    Numbers.counted(grid.columns().size(), "pair"),
                    grid.benchmarks().stream().limit(3).collect(Collectors.joining(", ")));
    return new ChartWords(
        "heat-map",
        ChartWords.title("Heat map", comparison),
        "Benchmarks with a relevant test case, the largest change first, against profile and"
            + " scenario. Numbers are changes in percent: + is a regression, - an improvement. A"
            + " cell of several test cases shows the largest; colours end at the scale's ends."
            + (comparison.fromZero().isEmpty() ? "" : " A test case that grew from zero has +∞.")
            + cut(grid.moreBenchmarks(), "more benchmark")
            + cut(grid.moreColumns(), "more column"),
        description);
  }

  private static String cut(int count, String noun) {
    return count == 0 ? "" : " +" + Numbers.counted(count, noun) + " not shown.";
  }
}
