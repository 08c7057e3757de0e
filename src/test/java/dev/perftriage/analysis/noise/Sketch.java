package dev.perftriage.analysis.noise;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.Magnitude;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.analysis.noise.Company.Direction;
import dev.perftriage.analysis.noise.Episodes.Extent;
import dev.perftriage.model.Category;
import dev.perftriage.model.TestResultComparison;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A series as a table of rules draws it, one character for each merge.
 *
 * <p>{@code _} is 1000, {@code ^} is 1010, a digit is as far above 1000, and {@code .} is a merge
 * that was not measured. {@code |} stands before the change that is looked at: the next merge is
 * the one that changed. {@code _{20}} is twenty times {@code _}.
 */
final class Sketch {

  private static final Pattern REPEATED = Pattern.compile("(.)\\{(\\d+)}");

  private final double[] series;
  private final int merge;

  private Sketch(double[] series, int merge) {
    this.series = series;
    this.merge = merge;
  }

  static Sketch of(String drawn) {
    String all =
        REPEATED
            .matcher(drawn)
            .replaceAll(
                repeated ->
                    Matcher.quoteReplacement(
                        repeated.group(1).repeat(Integer.parseInt(repeated.group(2)))));
    int merge = all.indexOf('|');
    double[] series =
        all.replace("|", "").chars().mapToDouble(each -> value((char) each)).toArray();
    return new Sketch(series, merge);
  }

  /** How many merges there are. */
  int merges() {
    return series.length;
  }

  /** The index of the merge that changed. */
  int merge() {
    return merge;
  }

  CaseValues values() {
    return CaseValues.of(series);
  }

  /** The index of the value after the change. */
  int at() {
    return values().placeOf(merge);
  }

  Segments segments() {
    return Segments.of(values());
  }

  /** The same, with single values that far from their level. */
  Segments segments(double spread) {
    return new Segments(values(), segments().all(), spread);
  }

  /** The change in its series. */
  LevelShift shift() {
    return LevelShift.of(segments(), at());
  }

  /** What the series says of the change; no revert is known. */
  SeenSeries seen() {
    return SeenSeries.of(shift(), segments().jumps(), List.of());
  }

  /** What is known of the change of a test case that nothing else moved with. */
  Evidence evidence() {
    return evidence(Direction.NONE, Direction.NONE, Extent.ALONE);
  }

  /** What is known of the change with what others did. */
  Evidence evidence(Direction company, Direction atOtherEnd, Extent extent) {
    SeenSeries seen = seen();
    return new Evidence(
        merge,
        seen,
        Habits.of(seen, merge, explained -> false),
        -1,
        new Companions(0, 0, company),
        atOtherEnd,
        extent);
  }

  TestCaseChange change() {
    return new TestCaseChange(
        Range.testCase("sketch"), Category.PRIMARY, result(), Magnitude.MEDIUM);
  }

  private TestResultComparison result() {
    CaseValues values = values();
    int at = values.placeOf(merge);
    return new TestResultComparison(
        values.value(at - 1), values.value(at), Comparisons.THRESHOLD, 5, true);
  }

  private static double value(char drawn) {
    return switch (drawn) {
      case '_' -> 1000;
      case '^' -> 1010;
      case '.' -> Double.NaN;
      default -> 1000 + Character.digit(drawn, 10);
    };
  }
}
