package dev.perftriage.report.text;

import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.analysis.noise.MeasuredSeries;
import dev.perftriage.report.CaseScale;
import dev.perftriage.report.History;
import dev.perftriage.report.History.Value;
import dev.perftriage.report.Numbers;
import dev.perftriage.report.document.Table.TableRow.Tone;
import dev.perftriage.report.prose.Markup;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A test case's values around a change, one column per merge, relative to the level before it. */
final class TextPlot {

  private static final int ROWS = 6;
  private static final int LABEL = 9;
  private static final int FEWEST_COLUMNS = 20;
  private static final int MOST_COLUMNS = 100;

  private final MeasuredSeries series;
  private final JudgedChange judged;
  private final int from;
  private final int columns;
  private final int at;
  private final List<Value> values;
  private final CaseScale scale;

  /**
   * A plot.
   *
   * @param merge the index of the change's merge in the series
   * @param width the available columns, including the labels
   */
  TextPlot(MeasuredSeries series, JudgedChange judged, int merge, int width) {
    this.series = series;
    this.judged = judged;
    int all = series.merges().size();
    int room = Math.max(FEWEST_COLUMNS, Math.min(MOST_COLUMNS, width - LABEL - 2));
    this.columns = Math.min(all, room);
    this.from = Math.max(0, Math.min(merge - columns / 2, all - columns));
    this.at = merge - from;
    this.values = History.values(series, judged.change().testCase(), from, from + columns);
    this.scale = CaseScale.of(judged, values);
  }

  /** The plot; every line ends with a newline. */
  String render(TextStyle style) {
    char[][] cells = cells();
    Map<Integer, String> labels = labels();
    StringBuilder out = new StringBuilder();
    UnaryOperator<String> paint = style.paint(Tone.of(judged.change()));
    for (int row = 0; row < ROWS; row++) {
      out.append(padded(labels.getOrDefault(row, ""))).append(labels.containsKey(row) ? '┤' : '│');
      StringBuilder line = new StringBuilder(new String(cells[row]).stripTrailing());
      if (line.length() > at) {
        line.replace(at, at + 1, paint.apply(line.substring(at, at + 1)));
      }
      out.append(line).append('\n');
    }
    out.append(padded("")).append('└').append("─".repeat(at)).append('┴');
    out.append("─".repeat(columns - at - 1)).append('\n');
    return out.append(names()).append('\n').toString();
  }

  /** Half blocks give each row two positions. Unmeasured merges stay blank. */
  private char[][] cells() {
    char[][] cells = new char[ROWS][columns];
    for (char[] row : cells) {
      Arrays.fill(row, ' ');
      row[at] = '┊';
    }
    for (Value value : values) {
      if (value.merge() != at) {
        cells[half(scale.threshold()) / 2][value.merge()] = '·';
        cells[half(-scale.threshold()) / 2][value.merge()] = '·';
      }
    }
    for (Value value : values) {
      int half = half(scale.place(value.value()));
      boolean beyond = scale.isBeyond(value.value());
      cells[half / 2][value.merge()] = half % 2 == 0 ? beyond ? '↑' : '▀' : beyond ? '↓' : '▄';
    }
    return cells;
  }

  private Map<Integer, String> labels() {
    Map<Integer, String> labels = new TreeMap<>();
    for (double relative :
        new double[] {0, scale.highest(), scale.lowest(), scale.threshold(), -scale.threshold()}) {
      String sign = relative > 0 ? "+" : "";
      labels.putIfAbsent(half(relative) / 2, sign + Numbers.finePercent(relative));
    }
    return labels;
  }

  /** The name of the change's merge and, if they fit, of the first and last one. */
  private String names() {
    String name = Markup.NONE.merge(series.merges().get(from + at));
    String first = Markup.NONE.merge(series.merges().get(from));
    String last = Markup.NONE.merge(series.merges().get(from + columns - 1));
    StringBuilder line = new StringBuilder(" ".repeat(columns));
    int begin = Math.max(0, Math.min(at - name.length() / 2, columns - name.length()));
    put(line, begin, name);
    if (first.length() + 1 < begin) {
      put(line, 0, first);
    }
    if (columns - last.length() - 1 > begin + name.length()) {
      put(line, columns - last.length(), last);
    }
    return padded("") + ' ' + line.toString().stripTrailing();
  }

  private static void put(StringBuilder line, int begin, String name) {
    line.replace(begin, Math.min(line.length(), begin + name.length()), name);
  }

  private static String padded(String label) {
    return " ".repeat(Math.max(0, LABEL - label.length() - 1)) + label + ' ';
  }

  /** The half row, counted from the top. */
  private int half(double relative) {
    double share = (scale.highest() - relative) / (scale.highest() - scale.lowest());
    return (int) Math.min(2 * ROWS - 1, Math.round(share * (2 * ROWS - 1)));
  }
}
