package dev.perftriage;

import dev.perftriage.BenchTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What must hold, as ratios of rows of one run: seconds alone would say more of the machine. */
final class Bounds {

  private static final double HELP = 3.5;
  private static final double ONE_COMPARISON = 6;
  private static final double CHARTS = 2.1;
  private static final double MEMORY = 1.5;
  private static final double MEMORY_MB = 300;
  private static final double FIRST_RUN_SECONDS = 25;
  private static final double HISTORY_SECONDS = 1;
  private static final double PER_MERGE = 1.1;
  private static final int SHORT = 200;
  private static final int MIDDLE = 500;
  private static final int LONG = 2000;

  private final List<Row> rows;
  private final List<Bound> bounds = new ArrayList<>();

  private Bounds(List<Row> rows) {
    this.rows = rows;
  }

  /** The bounds, each with what was measured. */
  static List<Bound> of(List<Row> rows) {
    Bounds bounds = new Bounds(rows);
    bounds.ratio("`--help` / empty main", Row::wall, "help", "empty", HELP);
    bounds.ratio("one comparison / empty main", Row::wall, "one", "empty", ONE_COMPARISON);
    bounds.ratio("40 payloads / Python, both of MessagePack", Row::wall, "payloads", "python", 1);
    bounds.ratio(
        "40 payloads / Python, which has Brotli to decode too",
        Row::wall,
        "payloads",
        "python-brotli",
        1);
    // The page and the sixth chart show verdicts on noise, so the same without them has these, too.
    bounds.ratio(
        "charts and page / without, with verdicts on noise in both",
        Row::wall,
        "noise-charts",
        "noise",
        CHARTS);
    bounds.ratio(
        "charts, page and the verdicts they show / Markdown without any of them",
        Row::wall,
        "week-charts",
        "week",
        Double.NaN);
    bounds.ratio("peak memory, 2,000 merges / 200", Row::peak, "merges-2000", "merges-200", MEMORY);
    bounds.add("peak memory of 2,000 merges, MB", bounds.of("merges-2000", Row::peak), MEMORY_MB);
    bounds.add(
        "time per merge, the 501st to 2,000th / the 201st to 500th", bounds.growth(), PER_MERGE);
    bounds.add(
        "CPU time of a history of 2,000 merges, s",
        bounds.of("history", Row::cpu),
        HISTORY_SECONDS);
    bounds.add("first run after a clone, s", bounds.of("clone", Row::wall), FIRST_RUN_SECONDS);
    return bounds.bounds;
  }

  /**
   * What later merges take of what earlier ones do. The start of the program is no part of it,
   * since both are differences of ranges; below 1 is what Java has warmed up meanwhile.
   */
  private double growth() {
    return perMerge(MIDDLE, LONG) / perMerge(SHORT, MIDDLE);
  }

  private double perMerge(int fewer, int more) {
    double seconds = of("merges-" + more, Row::wall) - of("merges-" + fewer, Row::wall);
    return seconds / (more - fewer);
  }

  private void ratio(
      String label, ToDoubleFunction<Row> quantity, String above, String below, double most) {
    add(label, of(above, quantity) / of(below, quantity), most);
  }

  private void add(String label, double measured, double most) {
    bounds.add(new Bound(label, measured, most));
  }

  /** A quantity of a row; NaN where it was not measured. */
  private double of(String name, ToDoubleFunction<Row> quantity) {
    Optional<Row> row = rows.stream().filter(each -> each.name().equals(name)).findFirst();
    return row.isPresent() ? quantity.applyAsDouble(row.get()) : Double.NaN;
  }

  /**
   * A bound.
   *
   * @param measured what was measured; NaN where it was not
   * @param most what it may be at most; NaN where it is there for comparison alone
   */
  record Bound(String label, double measured, double most) {

    String line() {
      return String.format(
          Locale.ROOT,
          "| %s | %s | %s | %s |\n",
          label,
          Double.isNaN(measured) ? "–" : String.format(Locale.ROOT, "%.2f", measured),
          Double.isNaN(most) ? "–" : String.format(Locale.ROOT, "≤ %.1f", most),
          outcome());
    }

    private String outcome() {
      if (Double.isNaN(most)) {
        return "for comparison";
      }
      return Double.isNaN(measured) ? "not measured" : measured <= most ? "met" : "**missed**";
    }
  }
}
