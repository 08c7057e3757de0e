package dev.perftriage.report.chart;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.report.Numbers;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Benchmarks against profile and scenario: where changes go together. */
final class HeatMap {

  private static final int ROW_HEIGHT = 17;
  private static final int WIDEST_NAME = 190;
  private static final int WIDEST_SCENARIO = 130;
  private static final int WIDEST_CELL = 56;
  private static final int GAP = 6;
  private static final int LEGEND_HEIGHT = 34;
  private static final int NUMBER_SIZE = 10;
  private static final double FAINTEST = 0.12;
  private static final double DARK_FROM = 0.62;

  private HeatMap() {}

  static Chart of(Comparison comparison) {
    HeatGrid grid = HeatGrid.of(comparison);
    Font font = ChartFonts.regular(ChartStyle.STANDARD.labelSize());
    double names = Math.min(WIDEST_NAME, widest(grid.benchmarks(), font)) + 2 * GAP;
    double scenarios = scenarioRoom(grid, font);
    double top = grid.columns().isEmpty() ? GAP : scenarios + 2 * ROW_HEIGHT + GAP;
    int rows = Math.max(2, grid.benchmarks().size());
    double room = Chart.innerWidth() - names - GAP;
    double right = Math.max(0, room - grid.columns().size() * (double) WIDEST_CELL);
    ClippedRange range =
        ClippedRange.of(grid.shown().stream().map(TestCaseChange::change).toList());
    return new Chart(
        words(comparison, grid),
        new Frame(names, grid.columns().isEmpty() ? GAP : right + GAP, top, LEGEND_HEIGHT)
            .plot(
                Frame.hidden(grid.columns().size(), false),
                Frame.hidden(rows, true),
                canvas -> draw(canvas, grid, range)),
        top + rows * ROW_HEIGHT + LEGEND_HEIGHT);
  }

  private static void draw(Canvas canvas, HeatGrid grid, ClippedRange range) {
    ChartStyle style = ChartStyle.STANDARD;
    Font font = ChartFonts.regular(style.labelSize());
    if (grid.benchmarks().isEmpty()) {
      canvas.text(
          "No benchmark has a relevant change.",
          canvas.area().getCenterX(),
          canvas.area().getCenterY(),
          Canvas.Align.AROUND,
          font,
          style.muted());
      return;
    }
    drawHeader(canvas, grid, font);
    List<Rectangle2D> notMeasured = new ArrayList<>();
    for (int row = 0; row < grid.benchmarks().size(); row++) {
      String benchmark = grid.benchmarks().get(row);
      canvas.text(
          ChartFonts.fitted(benchmark, font, WIDEST_NAME),
          canvas.area().getMinX() - GAP,
          canvas.y(row + 0.5),
          Canvas.Align.UP_TO,
          font,
          style.ink());
      for (int column = 0; column < grid.columns().size(); column++) {
        Rectangle2D cell =
            new Rectangle2D.Double(
                canvas.x(column) + 0.5,
                canvas.y(row) + 0.5,
                canvas.x(column + 1.0) - canvas.x(column) - 1,
                canvas.y(row + 1.0) - canvas.y(row) - 1);
        List<TestCaseChange> changes = grid.cell(benchmark, grid.columns().get(column));
        if (changes.isEmpty()) {
          notMeasured.add(cell);
        } else {
          drawCell(canvas, cell, changes, range);
        }
      }
    }
    canvas.hatch(notMeasured, style.grid());
    drawLegend(canvas, range, font);
  }

  private static void drawHeader(Canvas canvas, HeatGrid grid, Font font) {
    ChartStyle style = ChartStyle.STANDARD;
    Font bold = ChartFonts.bold(style.labelSize());
    List<HeatGrid.Column> columns = grid.columns();
    double line = canvas.area().getMinY() - GAP;
    double profileLine = line - scenarioRoom(grid, font) - ROW_HEIGHT + 2;
    int from = 0;
    while (from < columns.size()) {
      String profile = columns.get(from).profile();
      int to = from;
      while (to < columns.size() && columns.get(to).profile().equals(profile)) {
        to++;
      }
      double left = canvas.x(from);
      double right = canvas.x(to);
      // A profile of too few columns for its name stands before its scenarios.
      boolean fits = ChartFonts.width(profile, bold) <= right - left;
      for (int i = from; i < to; i++) {
        String scenario = columns.get(i).scenario();
        canvas.textUpwards(
            ChartFonts.fitted(fits ? scenario : profile + " " + scenario, font, WIDEST_SCENARIO),
            canvas.x(i + 0.5),
            line,
            font,
            style.ink());
      }
      if (fits) {
        double under = profileLine + ROW_HEIGHT / 2.0;
        canvas.text(
            profile, (left + right) / 2, profileLine, Canvas.Align.AROUND, bold, style.ink());
        canvas.line(left + 2, under, right - 2, under, style.muted(), 1f);
      }
      from = to;
    }
  }

  private static double scenarioRoom(HeatGrid grid, Font font) {
    return Math.min(
        WIDEST_SCENARIO,
        widest(grid.columns().stream().map(HeatGrid.Column::scenario).toList(), font));
  }

  private static void drawCell(
      Canvas canvas, Rectangle2D cell, List<TestCaseChange> changes, ClippedRange range) {
    ChartStyle style = ChartStyle.STANDARD;
    TestCaseChange shown = changes.get(0);
    double strength = Math.abs(range.clip(shown.change())) / range.limit();
    Color color =
        shown.isRelevant()
            ? mixed(style.of(ChangeKind.of(shown)), FAINTEST + (1 - FAINTEST) * strength)
            : mixed(style.notRelevant(), FAINTEST);
    Color ink =
        !shown.isRelevant()
            ? style.muted()
            : strength > DARK_FROM ? style.background() : style.ink();
    canvas.withTooltip(
        () -> changes.stream().map(Tooltips::of).collect(Collectors.joining("; ")),
        () -> {
          canvas.fill(cell, color);
          String number = number(shown.change());
          Font font =
              shown.isRelevant() ? ChartFonts.bold(NUMBER_SIZE) : ChartFonts.regular(NUMBER_SIZE);
          canvas.text(
              number,
              cell.getCenterX(),
              cell.getCenterY(),
              Canvas.Align.AROUND,
              ChartFonts.width(number, font) > cell.getWidth()
                  ? ChartFonts.regular(NUMBER_SIZE - 2)
                  : font,
              ink);
        });
  }

  /** Every number of a heat map is a percentage, so the sign for it is left out. */
  private static String number(double change) {
    return Ticks.change(change).replace("%", "");
  }

  private static void drawLegend(Canvas canvas, ClippedRange range, Font font) {
    ChartStyle style = ChartStyle.STANDARD;
    double middle = canvas.area().getMaxY() + LEGEND_HEIGHT / 2.0 + 2;
    double x = canvas.area().getMinX();
    String least = "▼ " + Ticks.change(-range.limit());
    canvas.text(least, x, middle, Canvas.Align.FROM, font, style.ink());
    x += ChartFonts.width(least, font) + GAP;
    int steps = 4;
    for (int step = -steps; step <= steps; step++) {
      if (step != 0) {
        double strength = FAINTEST + (1 - FAINTEST) * Math.abs(step) / steps;
        Color end = step < 0 ? style.improvement() : style.regression();
        canvas.box(x, middle - 6, x + 16, middle + 6, mixed(end, strength));
        x += 16;
      }
    }
    String most = "▲ " + Ticks.change(range.limit());
    canvas.text(most, x + GAP, middle, Canvas.Align.FROM, font, style.ink());
    x += ChartFonts.width(most, font) + 3 * GAP;
    canvas.box(x, middle - 6, x + 16, middle + 6, mixed(style.notRelevant(), FAINTEST));
    canvas.text("not relevant", x + 16 + GAP, middle, Canvas.Align.FROM, font, style.ink());
    x += ChartFonts.width("not relevant", font) + 16 + 3 * GAP;
    canvas.hatch(List.of(new Rectangle2D.Double(x, middle - 6, 16, 12)), style.grid());
    canvas.outline(new Rectangle2D.Double(x, middle - 6, 16, 12), style.grid(), 1f);
    canvas.text("not measured", x + 16 + GAP, middle, Canvas.Align.FROM, font, style.ink());
  }

  /** A colour thinned with the background; a share of 1 is the colour itself. */
  private static Color mixed(Color color, double share) {
    Color paper = ChartStyle.STANDARD.background();
    return new Color(
        between(paper.getRed(), color.getRed(), share),
        between(paper.getGreen(), color.getGreen(), share),
        between(paper.getBlue(), color.getBlue(), share));
  }

  private static int between(int from, int to, double share) {
    return (int) Math.rint(from + (to - from) * share);
  }

  private static double widest(List<String> texts, Font font) {
    return texts.stream().mapToDouble(text -> ChartFonts.width(text, font)).max().orElse(0);
  }

  private static ChartWords words(Comparison comparison, HeatGrid grid) {
    String more =
        grid.moreBenchmarks() > 0
            ? " +" + Numbers.counted(grid.moreBenchmarks(), "more benchmark") + " not shown."
            : "";
    String moreColumns =
        grid.moreColumns() > 0
            ? " +" + Numbers.counted(grid.moreColumns(), "more column") + " not shown."
            : "";
    String description =
        grid.benchmarks().isEmpty()
            ? "Heat map without rows: no benchmark has a relevant change."
            : "Heat map of "
                + Numbers.counted(grid.benchmarks().size(), "benchmark")
                + " with a relevant change by "
                + comparison.metric()
                + " against "
                + Numbers.counted(grid.columns().size(), "pair")
                + " of profile and scenario; the largest changes are those of "
                + grid.benchmarks().stream().limit(3).collect(Collectors.joining(", "))
                + ".";
    return new ChartWords(
        "heat-map",
        ChartWords.title("Heat map", comparison),
        "Benchmarks with a relevant test case, the largest change first, against profile and"
            + " scenario. Numbers are changes in percent: + is a regression, - an improvement. A"
            + " cell of several test cases shows the largest; colours end at the scale's ends."
            + more
            + moreColumns,
        description);
  }
}
