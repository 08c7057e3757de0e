package dev.perftriage.report.chart;

import static dev.perftriage.report.chart.Frame.GAP;

import dev.perftriage.model.Merge;
import dev.perftriage.report.History;
import dev.perftriage.report.History.CaseHistory;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.VerdictMark;
import dev.perftriage.report.prose.Markup;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Small multiples: one panel for each flagged test case, all for the same merges. */
final class HistoryChart {

  private static final String NAME = "history";
  private static final int COLUMNS = 3;
  private static final int PANEL_HEIGHT = 116;
  private static final int AXIS_HEIGHT = 20;
  private static final int GUTTER = 14;

  private HistoryChart() {}

  static Chart of(History history) {
    return history.cases().isEmpty()
        ? Chart.empty(
            NAME,
            "Nothing changed relevantly",
            history.fromZero() == 0
                ? "No test case changed relevantly in the %s.".formatted(window(history))
                : "Only test cases that grew from zero changed relevantly in the %s."
                    .formatted(window(history)))
        : new Chart(words(history), width -> plot(history, width));
  }

  private static Plot plot(History history, double width) {
    int columns = ChartStyle.isNarrow(width) ? 1 : COLUMNS;
    int rows = (history.cases().size() + columns - 1) / columns;
    return new Plot(
        new Frame(0, 0, GAP, AXIS_HEIGHT),
        Axis.columns(columns),
        Axis.rows(rows),
        rows * PANEL_HEIGHT + AXIS_HEIGHT + GAP,
        canvas -> draw(canvas, history, columns));
  }

  private static void draw(Canvas canvas, History history, int columns) {
    List<CaseHistory> shown = history.cases();
    for (int i = 0; i < shown.size(); i++) {
      int column = i % columns;
      int row = i / columns;
      double left = canvas.x(column) + (column == 0 ? 0 : GUTTER / 2.0);
      double right = canvas.x(column + 1.0) - (column == columns - 1 ? 1 : GUTTER / 2.0);
      Rectangle2D room =
          new Rectangle2D.Double(left, canvas.y(row), right - left, PANEL_HEIGHT - GAP);
      HistoryPanel panel = HistoryPanel.in(canvas, room, shown.get(i), history);
      panel.draw();
      if (i + columns >= shown.size()) {
        panel.drawEnds(canvas.y(row + 1.0) + AXIS_HEIGHT / 2.0 - GAP / 2.0);
      }
    }
  }

  private static String window(History history) {
    List<Merge> merges = history.merges();
    String window = "last " + Numbers.counted(merges.size(), "merge");
    return merges.isEmpty()
        ? window
        : window + " up to " + Markup.NONE.merge(merges.get(merges.size() - 1));
  }

  private static ChartWords words(History history) {
    int shown = history.cases().size();
    int all = shown + history.moreCases();
    String cases = Numbers.counted(all, "flagged test case");
    String outcomes =
        history.outcomes().entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey().words())
            .collect(Collectors.joining(", "));
    String marks =
        Arrays.stream(VerdictMark.values())
            .filter(mark -> mark != VerdictMark.PARTLY_NOISE)
            .map(VerdictMark::labelled)
            .collect(Collectors.joining(", "));
    String rest =
        (shown < all
                ? " Shown are %s of %s, each of another benchmark, the largest of every kind."
                    .formatted(shown, all)
                : "")
            + ChartWords.notDrawn(history.fromZero());
    CaseHistory first = history.cases().get(0);
    return new ChartWords(
        NAME,
        cases + ": " + outcomes,
        "What became of the changes? %s, %s".formatted(history.metric(), window(history)),
        "Each panel is a test case, a dot one measured value against the level before the change"
            + " named above it, which the upright line marks; the grey band is that change's"
            + " threshold. Relevant changes: "
            + marks
            + ". A cross is a value beyond the scale."
            + rest,
        "Measured values of %s by %s, %s: %s; the first shown is %s with %s, %s.%s"
            .formatted(
                cases,
                history.metric(),
                window(history),
                outcomes,
                first.testCase(),
                ChartWords.change(first.headline().judged().change().change()),
                first.headline().judged().verdict().label(),
                rest));
  }
}
