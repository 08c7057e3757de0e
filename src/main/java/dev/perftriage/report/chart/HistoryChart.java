package dev.perftriage.report.chart;

import static dev.perftriage.report.chart.Frame.GAP;

import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.model.Merge;
import dev.perftriage.report.History;
import dev.perftriage.report.History.CaseHistory;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.prose.Markup;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Small multiples: one panel for each flagged test case, all for the same merges. */
final class HistoryChart {

  private static final int COLUMNS = 3;
  private static final int PANEL_HEIGHT = 116;
  private static final int AXIS_HEIGHT = 20;
  private static final int GUTTER = 14;

  private HistoryChart() {}

  static Chart of(History history) {
    int rows = Math.max(1, (history.cases().size() + COLUMNS - 1) / COLUMNS);
    return new Chart(
        words(history),
        new Frame(0, 0, GAP, AXIS_HEIGHT)
            .plot(Frame.hidden(COLUMNS, false), Frame.hidden(rows, true)),
        rows * PANEL_HEIGHT + AXIS_HEIGHT + GAP,
        canvas -> draw(canvas, history));
  }

  private static void draw(Canvas canvas, History history) {
    List<CaseHistory> shown = history.cases();
    if (shown.isEmpty()) {
      canvas.nothing(
          history.fromZero() == 0
              ? "No test case changed relevantly in these merges."
              : "Only test cases that grew from zero changed relevantly in these merges.");
    }
    for (int i = 0; i < shown.size(); i++) {
      int column = i % COLUMNS;
      int row = i / COLUMNS;
      double left = canvas.x(column) + (column == 0 ? 0 : GUTTER / 2.0);
      double right = canvas.x(column + 1.0) - (column == COLUMNS - 1 ? 1 : GUTTER / 2.0);
      Rectangle2D room =
          new Rectangle2D.Double(left, canvas.y(row), right - left, PANEL_HEIGHT - GAP);
      HistoryPanel panel = HistoryPanel.in(canvas, room, shown.get(i), history);
      panel.draw();
      if (i + COLUMNS >= shown.size()) {
        panel.drawEnds(canvas.y(row + 1.0) + AXIS_HEIGHT / 2.0 - GAP / 2.0);
      }
    }
  }

  private static ChartWords words(History history) {
    int shown = history.cases().size();
    int all = shown + history.moreCases();
    List<Merge> merges = history.merges();
    String window = "last " + Numbers.counted(merges.size(), "merge");
    if (!merges.isEmpty()) {
      window += " up to " + Markup.NONE.merge(merges.get(merges.size() - 1));
    }
    String cases = Numbers.counted(all, "flagged test case");
    String rest =
        shown < all
            ? " Shown are the %s with the largest changes; %s more %s left out."
                .formatted(shown, all - shown, all - shown == 1 ? "is" : "are")
            : "";
    rest += ChartWords.notDrawn(history.fromZero());
    String of = shown < all ? shown + " of " : "";
    String largest = history.cases().stream().findFirst().map(HistoryChart::largest).orElse("");
    return new ChartWords(
        "history",
        "History: %s, %s, %s%s".formatted(history.metric(), window, of, cases),
        "Each panel is a test case, a dot one measured value against the level before its largest"
            + " change, on a scale of its own. The grey band is that change's significance"
            + " threshold. The upright line marks it, with its size, merge and verdict above,"
            + " and the merge at which it went back or had begun."
            + " Changes: ▲ regression, ▼ improvement; hollow where it is noise. Where nothing was"
            + " measured there is a gap; a cross stands for a value beyond the scale."
            + rest,
        "Measured values of %s by %s, %s%s.%s"
            .formatted(cases, history.metric(), window, largest, rest));
  }

  private static String largest(CaseHistory first) {
    JudgedChange change = first.largest().judged();
    return "; the largest change is %s with %s, %s"
        .formatted(
            first.testCase(),
            ChartWords.change(change.change().change()),
            change.verdict().label());
  }
}
