package dev.perftriage.report.chart;

import static dev.perftriage.report.chart.Frame.GAP;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.chart.Canvas.Align;
import dev.perftriage.report.chart.HeatGrid.HeatColumn;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Benchmarks against profile and scenario: shows which change together.
 *
 * @param names the width for names, in pixels
 */
record HeatMap(
    Canvas canvas, Comparison comparison, HeatGrid grid, ChangeScale scale, double names) {

  private static final int ROW_HEIGHT = 17;
  private static final int WIDEST_NAME = 190;
  private static final int LEAST_NAME = 120;
  private static final int LEAST_CELL = 31;
  private static final int WIDEST_SCENARIO = 130;
  private static final int WIDEST_CELL = 56;
  private static final Font NUMBER = ChartFonts.regular(10);
  private static final Font BOLD_NUMBER = ChartFonts.bold(10);
  private static final Font SMALL_NUMBER = ChartFonts.regular(9);
  private static final Font SMALL_BOLD_NUMBER = ChartFonts.bold(9);

  static Chart of(Comparison comparison) {
    boolean isSentence =
        comparison.count(ChangeKind.REGRESSION) + comparison.count(ChangeKind.IMPROVEMENT) <= 1;
    return isSentence
        ? Chart.empty("heat-map", comparison.finding(), comparison.sentence("test case"))
        : new Chart(words(comparison), width -> plot(comparison, width));
  }

  private static Plot plot(Comparison comparison, double width) {
    boolean isNarrow = ChartStyle.isNarrow(width);
    HeatGrid grid = HeatGrid.of(comparison, isNarrow);
    double widest = ChartFonts.widest(grid.benchmarks().stream());
    int free = (int) width - 3 * GAP - grid.columns().size() * LEAST_CELL;
    double names = Math.min(isNarrow ? Math.max(LEAST_NAME, free) : WIDEST_NAME, widest);
    double left = names + 2 * GAP;
    double cell = Math.min(WIDEST_CELL, (width - left - GAP) / Math.max(1, grid.columns().size()));
    boolean isGrouped = grid.columns().stream().anyMatch(each -> fits(grid, each.profile(), cell));
    double top = headerHeight(grid, cell) + (isGrouped ? 2 * ROW_HEIGHT : GAP) + GAP;
    double right = width - left - grid.columns().size() * cell;
    double legend = HeatLegend.height(isNarrow);
    ChangeScale scale = scaleOf(grid);
    return new Plot(
        new Frame(left, right, top, legend),
        Axis.columns(grid.columns().size()),
        Axis.rows(grid.benchmarks().size()),
        top + grid.benchmarks().size() * ROW_HEIGHT + legend,
        canvas -> new HeatMap(canvas, comparison, grid, scale, names).draw(isNarrow));
  }

  private static ChangeScale scaleOf(HeatGrid grid) {
    return ChangeScale.of(
        Comparison.fractions(grid.shown()).stream().filter(Double::isFinite).toList());
  }

  private void draw(boolean isNarrow) {
    drawHeader();
    List<Rectangle2D> notMeasured = new ArrayList<>();
    for (int row = 0; row < grid.benchmarks().size(); row++) {
      String benchmark = grid.benchmarks().get(row);
      double top = canvas.y(row) + 0.5;
      double bottom = canvas.y(row + 1.0) - 0.5;
      String name = ChartFonts.fitted(benchmark, names);
      canvas.label(name, canvas.left() - GAP, canvas.y(row + 0.5), Align.UP_TO);
      for (int column = 0; column < grid.columns().size(); column++) {
        double left = canvas.x(column) + 0.5;
        double right = canvas.x(column + 1.0) - 0.5;
        Rectangle2D cell = Shapes.rectangle(left, top, right, bottom);
        List<TestCaseChange> changes = grid.cell(benchmark, grid.columns().get(column));
        if (changes.isEmpty()) {
          notMeasured.add(cell);
        } else {
          drawCell(cell, changes);
        }
      }
    }
    HeatLegend.strike(canvas, notMeasured);
    boolean isFinite = grid.shown().stream().anyMatch(change -> Double.isFinite(change.change()));
    double start = isNarrow ? canvas.left() - names - GAP : canvas.left();
    new HeatLegend(canvas, scale, start).draw(isFinite, isNarrow);
  }

  /** Writes the profiles above the scenarios; one too narrow for its name is prefixed to those. */
  private void drawHeader() {
    double cell = canvas.x(1) - canvas.x(0);
    double line = canvas.top() - GAP;
    double profileLine = line - headerHeight(grid, cell) - ROW_HEIGHT + 2;
    double under = profileLine + ROW_HEIGHT / 2.0;
    List<HeatColumn> columns = grid.columns();
    for (int at = 0; at < columns.size(); at++) {
      String name = columnName(grid, columns.get(at), cell);
      if (!name.isEmpty()) {
        canvas.labelUpwards(ChartFonts.fitted(name, WIDEST_SCENARIO), canvas.x(at + 0.5), line);
      }
      String profile = columns.get(at).profile();
      boolean isFirst = at == 0 || !columns.get(at - 1).profile().equals(profile);
      if (isFirst && fits(grid, profile, cell)) {
        double left = canvas.x(at);
        double right = left + cell * width(grid, profile);
        Font bold = ChartFonts.BOLD_LABEL;
        canvas.text(profile, (left + right) / 2, profileLine, Align.AROUND, bold, ChartStyle.INK);
        canvas.line(left + 2, under, right - 2, under, ChartStyle.MUTED);
      }
    }
  }

  /** The number of columns of a profile. */
  private static long width(HeatGrid grid, String profile) {
    return grid.columns().stream().filter(column -> column.profile().equals(profile)).count();
  }

  /** Whether a profile's name fits above its columns; without scenarios all must, to look alike. */
  private static boolean fits(HeatGrid grid, String profile, double cell) {
    return grid.columns().stream()
        .filter(column -> column.profile().equals(profile) || column.scenario().isEmpty())
        .map(HeatColumn::profile)
        .allMatch(name -> fitsAlone(grid, name, cell));
  }

  private static boolean fitsAlone(HeatGrid grid, String profile, double cell) {
    return ChartFonts.width(profile, ChartFonts.BOLD_LABEL) <= cell * width(grid, profile) - 4;
  }

  private static String columnName(HeatGrid grid, HeatColumn column, double cell) {
    boolean fits = fits(grid, column.profile(), cell);
    return ((fits ? "" : column.profile() + " ") + column.scenario()).strip();
  }

  private static double headerHeight(HeatGrid grid, double cell) {
    return Math.min(
        WIDEST_SCENARIO,
        ChartFonts.widest(grid.columns().stream().map(column -> columnName(grid, column, cell))));
  }

  private void drawCell(Rectangle2D cell, List<TestCaseChange> changes) {
    TestCaseChange shown = changes.get(0);
    boolean relevant = shown.isRelevant();
    double strength = relevant ? strength(shown.change()) : 0;
    // All numbers of a heat map are percentages, so the percent sign is left out.
    String number = ChartWords.change(shown.change()).replace("%", "");
    Font font = relevant ? BOLD_NUMBER : NUMBER;
    double widest = cell.getWidth() - HeatLegend.EDGE;
    boolean fits = ChartFonts.width(number, font) <= widest;
    Font small = relevant ? SMALL_BOLD_NUMBER : SMALL_NUMBER;
    canvas.withTooltip(
        () ->
            changes.stream()
                .map(change -> ChartWords.tooltip(comparison.metric(), change))
                .collect(Collectors.joining("; ")),
        () -> {
          HeatLegend.fill(canvas, cell, ChangeKind.of(shown), strength);
          canvas.text(
              fits ? number : shorter(shown.change(), number, small, widest),
              cell.getMaxX() - widest / 2,
              cell.getCenterY(),
              Align.AROUND,
              fits ? font : small,
              relevant ? ChartStyle.INK : ChartStyle.MUTED);
        });
  }

  private double strength(double change) {
    return scale.breaks(change) ? 1 : Math.abs(change) / scale.limit();
  }

  /** A number in a smaller font, without decimals or in thousands if it must be. */
  private static String shorter(double change, String number, Font font, double widest) {
    String whole = number.replaceFirst("\\.\\d+$", "");
    return Stream.of(number, whole)
        .filter(some -> ChartFonts.width(some, font) <= widest)
        .findFirst()
        .orElse(
            Math.abs(change) > ChangeScale.FURTHEST ? ">10k" : whole.replaceFirst("\\d{3}$", "k"));
  }

  private static ChartWords words(Comparison comparison) {
    HeatGrid grid = HeatGrid.of(comparison, false);
    List<String> benchmarks = grid.benchmarks();
    double largest =
        grid.shown().stream()
            .filter(change -> change.testCase().benchmark().equals(benchmarks.get(0)))
            .min(TestCaseChange.LARGEST_FIRST)
            .map(TestCaseChange::change)
            .orElse(0.0);
    return new ChartWords(
        "heat-map",
        comparison.dated(
            "%s changed relevantly; %s most, by %s"
                .formatted(
                    Numbers.counted(benchmarks.size() + grid.moreBenchmarks(), "benchmark"),
                    benchmarks.get(0),
                    ChartWords.change(largest))),
        comparison.question("Which benchmarks changed together?"),
        "Changes in percent: + is a regression, - an improvement; relevant ones are bold, with a"
            + " coloured edge. A cell of several test cases shows the largest."
            + (Double.isFinite(largest) && scaleOf(grid).breaks(largest)
                ? " Colours end at the ends of the scale."
                : "")
            + (comparison.fromZero().isEmpty() ? "" : " A test case that grew from zero has +∞.")
            + cut(grid.moreBenchmarks(), "more benchmark")
            + cut(grid.moreColumns(), "more column"),
        ("Heat map of %s with a relevant change by %s against %s of profile and scenario; the"
                + " largest changes are those of %s.")
            .formatted(
                Numbers.counted(benchmarks.size(), "benchmark"),
                comparison.metric(),
                Numbers.counted(grid.columns().size(), "pair"),
                benchmarks.stream().limit(3).collect(Collectors.joining(", "))));
  }

  private static String cut(int count, String noun) {
    return count == 0 ? "" : " +" + Numbers.counted(count, noun) + " not shown.";
  }
}
