package dev.perftriage.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.report.chart.Pictures.Picture;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** What a reader sees in the pictures of whole weeks, read back from them. */
class PicturesTest {

  private static final double PIXEL = 0.02;

  /** How many times the last value before a break the next one is, at least. */
  private static final double GAP = 2.5;

  /** Tooltips are rounded to 0.1%. */
  private static final double ROUNDING = 0.0005;

  private static final Pattern TICK = Pattern.compile("[+-]?[0-9.]+%");
  private static final Pattern NUMBER = Pattern.compile("[<>]? ?([+-]?\\d+(?:\\.\\d)?)%?");

  static Stream<Picture> pictures() {
    return Pictures.all();
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void everyLabelIsWholeAndAloneAndEveryShapeWithinItsPicture(Picture picture) throws Exception {
    for (String svg : picture.svgs()) {
      DrawingTest.assertThatLabelsHaveRoom(picture.name(), svg);
      Drawn drawn = new Drawn(svg);
      Rectangle2D canvas =
          new Rectangle2D.Double(
              -PIXEL, -PIXEL, drawn.width() + 2 * PIXEL, drawn.height() + 2 * PIXEL);
      for (Element shape : drawn.shapes()) {
        Rectangle2D box = Drawn.box(shape);
        assertThat(
                canvas.contains(box.getMinX(), box.getMinY())
                    && canvas.contains(box.getMaxX(), box.getMaxY()))
            .as("%s: %s at %s", picture, shape.getTagName(), box)
            .isTrue();
      }
    }
  }

  @Test
  void noMarkIsBrokenWithoutAGapAndNoTickIsBeyondABreakOrTheData() throws Exception {
    Set<String> broken = new LinkedHashSet<>();
    for (Picture picture : Pictures.all().toList()) {
      for (String svg : picture.svgs()) {
        Drawn drawn = new Drawn(svg);
        List<Bar> bars =
            drawn.marks().stream()
                .filter(mark -> !mark.tooltip().endsWith("not measured"))
                .filter(mark -> picture.name().matches(".* (largest.*|metrics|timeline|.*counts)"))
                .map(mark -> new Bar(value(picture.name(), mark), strokes(mark) > 0))
                .toList();
        if (!bars.isEmpty()) {
          assertThatBreaksAreGaps(picture.name(), drawn, bars);
        }
        if (bars.stream().anyMatch(Bar::isBroken)) {
          broken.add(picture.name());
        }
      }
    }

    assertThat(broken)
        .containsExactly("outliers largest-changes", "spike timeline", "logs history-counts");
  }

  private static void assertThatBreaksAreGaps(String name, Drawn drawn, List<Bar> bars) {
    List<Double> whole =
        bars.stream().filter(bar -> !bar.isBroken()).map(Bar::value).sorted().toList();
    double lowest = Math.min(0, whole.get(0));
    double highest = Math.max(0, whole.get(whole.size() - 1));
    for (Bar bar : bars) {
      double last = bar.value() < 0 ? -lowest : highest;
      if (bar.isBroken()) {
        assertThat(Math.abs(bar.value()) + ROUNDING)
            .as("%s: %s is broken after %s", name, bar.value(), last)
            .isGreaterThanOrEqualTo(GAP * (last - ROUNDING));
      }
    }
    for (Drawn.Label label : drawn.labels()) {
      if (TICK.matcher(label.text()).matches() && label.color().equals("#57606a")) {
        double tick = Double.parseDouble(label.text().replace("%", "")) / 100;
        assertThat(tick).as(name).isBetween(lowest - ROUNDING, highest + ROUNDING);
      }
    }
  }

  /** The value that a mark stands for, by its tooltip: the outermost of a range, as a fraction. */
  private static double value(String picture, Drawn.Mark mark) {
    String tooltip = mark.tooltip();
    if (picture.endsWith("counts")) {
      double count = Double.parseDouble(tooltip.replaceAll(".*: ", ""));
      boolean isImprovement = mark.attribute("rect", "fill").equals("#00629b");
      return WeekMarks.fraction(isImprovement ? -count : count);
    }
    String values =
        picture.endsWith("metrics")
            ? tooltip.replaceAll(".*\\[(.*)\\]", "$1")
            : picture.endsWith("timeline")
                ? tooltip.replaceAll(".*, (.*) since the start", "$1")
                : tooltip.replaceAll(".*?: ([<>]? ?[+-]?[0-9.]+%), .*", "$1");
    Matcher number = NUMBER.matcher(values);
    double outermost = 0;
    while (number.find()) {
      double fraction = Double.parseDouble(number.group(1)) / 100;
      outermost = Math.abs(fraction) > Math.abs(outermost) ? fraction : outermost;
    }
    return outermost;
  }

  /** The strokes of the background's colour, which break a mark. */
  private static long strokes(Drawn.Mark mark) {
    return Drawn.shapes(mark.group()).stream()
        .filter(shape -> shape.getTagName().equals("line"))
        .filter(line -> line.getAttribute("stroke").equals("#ffffff"))
        .count();
  }

  @ParameterizedTest
  @CsvSource({"sample, 0, 0", "outliers, 2, 4", "three-thousand, 0, 0"})
  void curveAndScatterBreakAtTheSameGaps(String week, int below, int above) throws Exception {
    Comparison comparison = Pictures.comparison(week);
    for (int sign : new int[] {-1, 1}) {
      List<Double> sizes =
          comparison.changes().stream()
              .map(TestCaseChange::change)
              .filter(change -> change * sign > 0)
              .map(Math::abs)
              .sorted((a, b) -> Double.compare(b, a))
              .toList();
      int broken = sign < 0 ? below : above;
      if (broken > 0) {
        assertThat(sizes.get(broken - 1)).isGreaterThanOrEqualTo(GAP * sizes.get(broken));
      }
    }
    for (Chart chart : List.of(RankCurve.of(comparison), SignificanceChart.of(comparison))) {
      for (String svg : List.of(chart.figure().svg(), chart.figure().narrow())) {
        Drawn drawn = new Drawn(svg);
        assertThat(chart.name().equals("rank-curve") ? beyondCurve(drawn) : beyondScatter(drawn))
            .as("%s %s", week, chart.name())
            .containsExactly(below, above);
      }
    }
  }

  /** How many test cases the labels of a rank curve say are beyond its breaks, on either side. */
  private static List<Integer> beyondCurve(Drawn drawn) {
    return Stream.of("▼", "▲")
        .map(
            sign ->
                drawn.labels().stream()
                    .map(Drawn.Label::text)
                    .filter(text -> text.startsWith(sign) && text.endsWith("(//)"))
                    .map(text -> Integer.valueOf(text.replaceAll(".*, (\\d+) to .*", "$1")))
                    .findFirst()
                    .orElse(0))
        .toList();
  }

  /** How many points lie beyond the upright dashes of a scatter, on either side. */
  private static List<Integer> beyondScatter(Drawn drawn) {
    List<Element> upright =
        drawn.shapes().stream()
            .filter(shape -> shape.getTagName().equals("line"))
            .filter(line -> line.getAttribute("x1").equals(line.getAttribute("x2")))
            .toList();
    double zero =
        upright.stream()
            .filter(line -> !line.hasAttribute("stroke-dasharray"))
            .mapToDouble(line -> Drawn.box(line).getX())
            .findFirst()
            .orElseThrow();
    List<Integer> beyond = new ArrayList<>(List.of(0, 0));
    for (Element line : upright) {
      double at = Drawn.box(line).getX();
      if (line.hasAttribute("stroke-dasharray")) {
        long points =
            drawn.marks().stream()
                .mapToDouble(mark -> mark.number("ellipse", "cx"))
                .filter(x -> at < zero ? x < at : x > at)
                .count();
        beyond.set(at < zero ? 0 : 1, (int) points);
      }
    }
    return beyond;
  }

  @Test
  void theLineOfACardIsBrokenWhereItLeavesTheScale() throws Exception {
    for (String timeline : List.of("walk", "spike")) {
      Drawn drawn =
          new Drawn(
              new ReportCard(
                      EdgeCases.named("outliers"), TimelineCases.named(timeline), "A sentence.")
                  .svg());

      assertThat(
              drawn.shapes().stream()
                  .filter(shape -> shape.getTagName().equals("line"))
                  .filter(line -> line.getAttribute("stroke").equals("#ffffff")))
          .hasSize(timeline.equals("spike") ? 2 : 0);
    }
  }

  @Test
  void barsThatLookAlikeAreAlike() throws Exception {
    Drawn drawn = new Drawn(LargestChanges.of(Pictures.comparison("sample")).figure().svg());
    List<Double> widths = drawn.marks().stream().map(mark -> mark.number("rect", "width")).toList();
    List<Double> percents =
        drawn.marks().stream().map(mark -> Math.abs(100 * value("sample largest", mark))).toList();

    double perPercent = widths.get(0) / percents.get(0);
    for (int i : IntStream.range(0, widths.size()).toArray()) {
      // Tooltips are rounded to 0.1%.
      assertThat(Math.abs(widths.get(i) - percents.get(i) * perPercent))
          .as(drawn.marks().get(i).tooltip())
          .isLessThan(0.1 * perPercent * (1 + percents.get(i) / 2));
    }
  }

  @Test
  void anEmptyWeekHasOneSentenceAndNoPicture() {
    List<Chart> charts = Pictures.charts("empty").toList();

    assertThat(charts).allMatch(Chart::isEmpty);
    assertThat(charts)
        .extracting(Chart::description)
        .containsOnly("None of 104 comparable test cases changed relevantly by instructions:u.");
  }

  /**
   * A mark whose length is a value.
   *
   * @param value as a fraction
   */
  private record Bar(double value, boolean isBroken) {}
}
