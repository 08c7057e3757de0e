package dev.perftriage.report.chart;

import static dev.perftriage.report.chart.EdgeCases.change;
import static dev.perftriage.report.chart.EdgeCases.comparison;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.Direction;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.Metric;
import dev.perftriage.model.TestCase;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands in the drawings. */
class DrawingTest {

  private static final double PIXEL = 0.02;

  static Stream<String> edgeCases() {
    return EdgeCases.all().keySet().stream();
  }

  static Stream<String> timelines() {
    return TimelineCases.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("edgeCases")
  void everyLabelOfAComparisonHasRoomAndNoneIsOverAnother(String name) throws Exception {
    for (Chart chart : chartsOf(EdgeCases.named(name))) {
      if (!chart.isEmpty()) {
        assertThatLabelsHaveRoom(chart);
      }
    }
  }

  private static List<Chart> chartsOf(Comparison comparison) {
    return List.of(
        LargestChanges.of(comparison),
        RankCurve.of(comparison),
        HeatMap.of(comparison),
        SignificanceChart.of(comparison));
  }

  @ParameterizedTest
  @MethodSource("timelines")
  void everyLabelOfATimelineHasRoomAndNoneIsOverAnother(String name) throws Exception {
    Chart chart = TimelineChart.of(TimelineCases.named(name));
    assertThat(chart.isEmpty()).isEqualTo(List.of("empty", "nothing-in-common").contains(name));
    if (!chart.isEmpty()) {
      assertThatLabelsHaveRoom(chart);
    }
  }

  @Test
  void barsAreAsLongAsTheirChanges() throws Exception {
    Drawn drawn =
        new Drawn(
            LargestChanges.of(
                    comparison(
                        List.of(
                            change("worse", 0, 0.02),
                            change("half", 0, 0.01),
                            change("better", 0, -0.015))))
                .figure()
                .svg());
    Drawn.Mark worse = drawn.mark("worse");
    Drawn.Mark half = drawn.mark("half");
    Drawn.Mark better = drawn.mark("better");

    double zero = worse.number("rect", "x");
    double perPercent = worse.number("rect", "width") / 2;
    assertThat(half.number("rect", "x")).isCloseTo(zero, within(PIXEL));
    assertThat(half.number("rect", "width")).isCloseTo(perPercent, within(PIXEL));
    assertThat(better.number("rect", "width")).isCloseTo(1.5 * perPercent, within(PIXEL));
    assertThat(better.number("rect", "x") + better.number("rect", "width"))
        .isCloseTo(zero, within(PIXEL));
    assertThat(worse.number("line", "x1"))
        .as("the tick stands at the case's own threshold, 0.2 %")
        .isCloseTo(zero + 0.2 * perPercent, within(PIXEL));
    assertThat(worse.attribute("rect", "fill")).isEqualTo("#b34700");
    assertThat(better.attribute("rect", "fill")).isEqualTo("#00629b");
    assertThat(worse.number("rect", "y")).isLessThan(better.number("rect", "y"));
  }

  @Test
  void aBarThatIsClippedIsBrokenAndKeepsItsValue() throws Exception {
    List<TestCaseChange> changes = new ArrayList<>(EdgeCases.many(200, 3, 0.004));
    changes.add(change("explodes", 0, 0.7));
    Drawn drawn = new Drawn(LargestChanges.of(comparison(changes)).figure().svg());

    Drawn.Mark broken = drawn.mark("explodes");

    assertThat(broken.tooltip()).contains("+70.0%");
    assertThat(drawn.labels()).anyMatch(label -> label.text().equals("▲ +70.0%"));
    assertThat(broken.group().getElementsByTagName("line").getLength())
        .as("the threshold's tick and two strokes across the bar")
        .isEqualTo(3);
    assertThat(drawn.mark("benchmark").group().getElementsByTagName("line").getLength())
        .isEqualTo(1);
  }

  @Test
  void whatGrewFromZeroHasACellAndNoBarOrPoint() throws Exception {
    Comparison comparison =
        comparison(
            List.of(
                change("grown", 0, 0.02), change("other", 1, 0.01), EdgeCases.fromZero("new", 0)));

    for (Chart chart :
        List.of(
            LargestChanges.of(comparison),
            RankCurve.of(comparison),
            SignificanceChart.of(comparison))) {
      assertThat(chart.figure().caption()).endsWith(" Not drawn: 1 test case that grew from zero.");
      assertThat(chart.figure().description())
          .endsWith(" Not drawn: 1 test case that grew from zero.");
      assertThat(new Drawn(chart.figure().svg()).labels())
          .noneMatch(label -> label.text().startsWith("new"));
    }
    Chart map = HeatMap.of(comparison);
    assertThat(map.figure().caption()).endsWith(" A test case that grew from zero has +∞.");
    assertThat(new Drawn(map.figure().svg()).labels())
        .extracting(Drawn.Label::text)
        .contains("new", "+∞", "+2.0");
    assertThat(new Drawn(map.figure().svg()).mark("new").tooltip())
        .contains("+∞%, regression, ∞x its threshold, 0 to 1,000,000,000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "empty | No test case could be compared by instructions:u.",
        "one | One of 1 comparable test case changed relevantly by instructions:u:"
            + " serde-1.0.219 check full +1.2%.",
        "nothing-relevant | None of 500 comparable test cases changed relevantly by"
            + " instructions:u.",
        "only-from-zero | Only test cases that grew from zero changed relevantly by"
            + " instructions:u. Not drawn: 2 test cases that grew from zero."
      })
  void whatHasNothingToShowIsASentence(String name, String sentence) {
    Comparison comparison = EdgeCases.named(name);

    for (Chart chart :
        List.of(
            LargestChanges.of(comparison),
            RankCurve.of(comparison),
            SignificanceChart.of(comparison))) {
      assertThat(chart.isEmpty()).isTrue();
      assertThat(chart.figure().isEmpty()).isTrue();
      assertThat(chart.description()).isEqualTo(sentence);
    }
  }

  @Test
  void theStripOfMetricsDrawsTheOthersAndCountsWhatGrewFromZero() throws Exception {
    ComparisonSummary summary =
        ComparisonSummary.of(
            Comparisons.comparison().primary(1000, 1020).primary(0, 5).secondary(0, 5).build(),
            TestCase.DEFAULT_TARGET);

    Chart chart = Charts.ofMetrics(List.of(summary));

    assertThat(chart.figure().caption()).endsWith(" Not drawn: 2 test cases that grew from zero.");
    assertThat(new Drawn(chart.figure().svg()).labels())
        .extracting(Drawn.Label::text)
        .contains("▲ 1: mean +2.0%, most +2.0%", "only from zero")
        .noneMatch(text -> text.contains("∞"));
  }

  @Test
  void pointsStandAtTheirChangeAndTheLogarithmOfTheirFactor() throws Exception {
    List<TestCaseChange> changes =
        List.of(
            change("a", 1, 0.02),
            change("b", 1, 0.004),
            change("c", 1, -0.02),
            change("d", 0, 0.01));
    Drawn drawn = new Drawn(SignificanceChart.of(comparison(changes)).figure().svg());
    double left = drawn.mark("c").number("ellipse", "cx");
    double right = drawn.mark("a").number("ellipse", "cx");
    double zero = (left + right) / 2;
    double perPercent = (right - zero) / 2;

    assertThat(drawn.mark("b").number("ellipse", "cx"))
        .isCloseTo(zero + 0.4 * perPercent, within(PIXEL));
    // Factors of a, d and b are 10, 5 and 2.
    double ten = drawn.mark("a").number("ellipse", "cy");
    double five = drawn.mark("d").number("ellipse", "cy");
    double two = drawn.mark("b").number("ellipse", "cy");
    assertThat((five - ten) / (two - ten))
        .isCloseTo(Math.log10(10.0 / 5) / Math.log10(10.0 / 2), within(0.001));
    assertThat(drawn.mark("a").attribute("ellipse", "fill")).isEqualTo("#b34700");
    assertThat(drawn.mark("d").number("ellipse", "rx"))
        .as("secondary is smaller")
        .isLessThan(drawn.mark("a").number("ellipse", "rx"));
  }

  @Test
  void aTimelineMarksEntriesAlongTheCumulativeChange() throws Exception {
    Drawn drawn =
        new Drawn(
            TimelineChart.of(
                    TimelineCases.timeline(
                        5,
                        List.of(
                            TimelineCases.merge(1, 1, Direction.NONE, false, 0.01),
                            TimelineCases.merge(2, 1, Direction.NONE, false, -0.01),
                            TimelineCases.merge(3, 2, Direction.NONE, false, 0.005))))
                .figure()
                .svg());
    Drawn.Mark first = drawn.mark("#148001");
    Drawn.Mark second = drawn.mark("#148002");
    Drawn.Mark third = drawn.mark("#148003");
    double slot = second.number("ellipse", "cx") - first.number("ellipse", "cx");

    assertThat(third.number("ellipse", "cx") - second.number("ellipse", "cx"))
        .as("a hole takes the room of what was not measured")
        .isCloseTo(2 * slot, within(PIXEL));
    assertThat(drawn.mark("1 merge before #148003").tooltip()).endsWith("not measured");
    double high = first.number("ellipse", "cy");
    double low = second.number("ellipse", "cy");
    assertThat(third.number("ellipse", "cy")).isCloseTo(high + (low - high) / 4, within(PIXEL));
  }

  @Test
  void aCrowdedTimelineSaysHowManyOfItsEntriesAreNumbered() throws Exception {
    Chart chart = TimelineChart.of(TimelineCases.named("crowded"));
    long numbered =
        new Drawn(chart.figure().svg())
            .labels().stream().filter(label -> label.text().startsWith("#148")).count();

    assertThat(numbered).isLessThan(160);
    assertThat(chart.figure().caption())
        .endsWith("Where not all have a number, those with the largest steps do.");
    assertThat(TimelineChart.of(TimelineCases.named("walk")).figure().caption())
        .doesNotContain("number,");
  }

  @Test
  void aHeatMapPrintsEveryChangeAndHatchesWhatWasNotMeasured() throws Exception {
    Drawn drawn =
        new Drawn(
            HeatMap.of(comparison(List.of(change("a", 0, 0.03), change("b", 1, -0.012))))
                .figure()
                .svg());

    assertThat(drawn.labels())
        .extracting(Drawn.Label::text)
        .contains("a", "b", "+3.0", "-1.2", "check", "not measured");
    assertThat(drawn.marks()).hasSize(2);
  }

  @Test
  void severalMetricsStandUnderOneAnotherWithMeanAndRange() throws Exception {
    ComparisonSummary instructions =
        ComparisonSummary.of(
            Comparisons.comparison().primary(1000, 1010).primary(1000, 1030).build(),
            TestCase.DEFAULT_TARGET);
    ComparisonSummary memory =
        ComparisonSummary.of(
            Comparisons.comparison().by("max-rss").secondary(1000, 950).build(),
            TestCase.DEFAULT_TARGET);
    Chart chart = Charts.ofMetrics(List.of(instructions, memory));
    Drawn drawn = new Drawn(chart.figure().svg());

    assertThat(chart.figure().title())
        .isEqualTo("instructions:u: 0 better, 2 worse; max-rss: 1 better, 0 worse · 3 Nov 2025");
    assertThat(drawn.mark("instructions:u").tooltip())
        .isEqualTo("instructions:u: mean +2.0% of 2 regressions, [1.0%, 3.0%]");
    assertThat(drawn.mark("max-rss").tooltip())
        .isEqualTo("max-rss: mean -5.0% of 1 improvement, [-5.0%, -5.0%]");
    assertThatLabelsHaveRoom(chart);
    assertThat(Charts.ofMetrics(List.of()).isEmpty()).isTrue();
  }

  @Test
  void everyDrawingIsTheSameOnEveryRun() {
    for (Map.Entry<String, Comparison> some : EdgeCases.all().entrySet()) {
      if (some.getValue().isSentence()) {
        continue;
      }
      assertThat(SignificanceChart.of(some.getValue()).figure().svg())
          .as(some.getKey())
          .isEqualTo(SignificanceChart.of(some.getValue()).figure().svg())
          .doesNotContain("style=");
    }
  }

  @Test
  void aChartIsTheSameWhenItIsDrawnSeveralTimesAtOnce() {
    for (Chart chart : chartsOf(EdgeCases.named("outliers"))) {
      byte[] png = chart.png();
      String svg = chart.figure().svg();

      List<Object> drawn =
          IntStream.range(0, 8)
              .parallel()
              .<Object>mapToObj(i -> i % 2 == 0 ? chart.png() : chart.figure().svg())
              .toList();

      assertThat(drawn).allMatch(one -> one.equals(svg) || Arrays.equals((byte[]) one, png));
    }
  }

  @Test
  void aTitleOfForeignSignsIsDrawnAndSaid() throws Exception {
    Chart chart =
        LargestChanges.of(
            Comparison.of(
                Metric.INSTRUCTIONS, "性能..bbb", "", EdgeCases.named("long-names").changes()));

    assertThat(new Drawn(chart.figure().svg()).labels())
        .extracting(Drawn.Label::text)
        .contains("性能");
    assertThatLabelsHaveRoom(chart);
  }

  @Test
  void aPngIsTwiceAsLargeForSharpText() throws Exception {
    Chart chart = RankCurve.of(EdgeCases.named("outliers"));
    Drawn drawn = new Drawn(chart.figure().svg());

    BufferedImage image = ImageIO.read(new ByteArrayInputStream(chart.png()));

    assertThat(image.getWidth()).isEqualTo(1600);
    assertThat((double) image.getHeight()).isEqualTo(2 * drawn.height());
  }

  @Test
  void aNameFromOutsideStaysText() throws Exception {
    Drawn drawn =
        new Drawn(
            LargestChanges.of(
                    comparison(
                        List.of(change("b", 1, 0.01), change("</svg><script>alert(1)", 0, 0.02))))
                .figure()
                .svg());

    assertThat(drawn.labels()).anyMatch(label -> label.text().startsWith("</svg><script>"));
  }

  @Test
  void aNameThatLooksEscapedIsDrawnAsItIs() throws Exception {
    Comparison comparison =
        comparison(List.of(change("b", 1, 0.01), change("&lt;b&gt; &amp; &copy; &", 0, 0.02)));
    for (Chart chart : chartsOf(comparison)) {
      Drawn drawn = new Drawn(chart.figure().svg());

      assertThat(drawn.marks())
          .anyMatch(mark -> mark.tooltip().contains("&lt;b&gt; &amp; &copy; &"));
    }
    Drawn bars = new Drawn(LargestChanges.of(comparison).figure().svg());
    assertThat(bars.labels())
        .anyMatch(label -> label.text().startsWith("&lt;b&gt; &amp; &copy; &"));
    assertThat(bars.description()).contains("&lt;b&gt; &amp; &copy; &");
  }

  @Test
  void whatNoXmlMayHoldIsLeftOutOfNames() throws Exception {
    Comparison comparison =
        comparison(List.of(change("b", 1, 0.01), change("a\u0000b\u001bc\ufffed\ud800e", 0, 0.02)));

    for (Chart chart : chartsOf(comparison)) {
      // A reader of XML refuses the whole drawing for one such sign.
      Drawn drawn = new Drawn(chart.figure().svg());

      assertThat(drawn.marks()).anyMatch(mark -> mark.tooltip().contains("a b c d e"));
    }
    assertThat(new Drawn(HeatMap.of(comparison).figure().svg()).labels())
        .anyMatch(label -> label.text().equals("a b c d e"));
  }

  /** Whether every label of a chart is whole, legible and alone, at both widths. */
  static void assertThatLabelsHaveRoom(Chart chart) throws Exception {
    assertThatLabelsHaveRoom(chart.name(), chart.figure().svg());
    assertThatLabelsHaveRoom(chart.name(), chart.figure().narrow());
  }

  /** Whether every label of a drawing is whole, legible and alone. */
  static void assertThatLabelsHaveRoom(String name, String svg) throws Exception {
    Drawn drawn = new Drawn(svg);
    Rectangle2D whole = new Rectangle2D.Double(0, 0, drawn.width(), drawn.height());
    List<Drawn.Label> labels = drawn.labels();
    assertThat(labels).isNotEmpty();
    for (int i = 0; i < labels.size(); i++) {
      Drawn.Label label = labels.get(i);
      assertThat(whole.contains(label.box()))
          .as("%s: \"%s\" at %s lies within %s", name, label.text(), label.box(), whole)
          .isTrue();
      assertThat(label.size()).as("%s: \"%s\"", name, label.text()).isGreaterThanOrEqualTo(9);
      for (int j = 0; j < i; j++) {
        Drawn.Label other = labels.get(j);
        Rectangle2D common = label.box().createIntersection(other.box());
        assertThat(common.getWidth() > 1 && common.getHeight() > 1)
            .as("%s: \"%s\" over \"%s\"", name, label.text(), other.text())
            .isFalse();
      }
    }
  }
}
