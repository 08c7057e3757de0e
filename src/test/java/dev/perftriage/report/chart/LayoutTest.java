package dev.perftriage.report.chart;

import static dev.perftriage.report.chart.EdgeCases.THRESHOLD;
import static dev.perftriage.report.chart.EdgeCases.change;
import static dev.perftriage.report.chart.EdgeCases.comparison;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perftriage.analysis.TestCaseChange;
import java.awt.Font;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rows, cells and labels a chart has, and where they stand. */
class LayoutTest {

  @Test
  void theLargestChangesStandFromTheLargestRegressionDownAndCountWhatIsCut() {
    List<TestCaseChange> changes = new ArrayList<>();
    for (int i = 1; i <= 17; i++) {
      changes.add(change("worse-" + i, 0, i / 100.0));
      changes.add(change("better-" + i, 0, -i / 100.0));
    }
    changes.add(change("quiet", 0, 0.0001));

    List<LargestChanges.BarRow> rows = LargestChanges.rows(comparison(changes), 15);

    assertThat(rows).hasSize(32);
    assertThat(rows.get(0).changes().get(0).testCase().benchmark()).isEqualTo("worse-17");
    assertThat(rows.get(14).changes().get(0).testCase().benchmark()).isEqualTo("worse-3");
    assertThat(rows.get(15).rest()).isEqualTo("+2 more regressions");
    assertThat(rows.get(16).rest()).isEqualTo("+2 more improvements");
    assertThat(rows.get(17).changes().get(0).testCase().benchmark()).isEqualTo("better-3");
    assertThat(rows.get(31).changes().get(0).testCase().benchmark()).isEqualTo("better-17");
  }

  @Test
  void rankedNeighboursShareABinAndNoneIsLost() {
    List<TestCaseChange> ascending = comparison(EdgeCases.many(500, 1, 0.01)).changes();

    List<RankCurve.Bin> bins = RankCurve.bins(ascending, 180);

    assertThat(bins).hasSizeLessThanOrEqualTo(180);
    assertThat(bins.get(0).firstRank()).isEqualTo(1);
    assertThat(bins.get(bins.size() - 1).lastRank()).isEqualTo(500);
    for (int i = 1; i < bins.size(); i++) {
      assertThat(bins.get(i).firstRank()).isEqualTo(bins.get(i - 1).lastRank() + 1);
    }
    assertThat(RankCurve.bins(List.of(), 180)).isEmpty();
  }

  @Test
  void aHeatMapHasRowsOfBenchmarksWithARelevantCaseOnlyLargestFirst() {
    HeatGrid grid =
        HeatGrid.of(
            comparison(
                List.of(
                    change("small", 0, 0.004),
                    change("large", 5, -0.04),
                    change("large", 0, 0.0001),
                    change("quiet", 0, 0.0001))),
            false);

    assertThat(grid.benchmarks()).containsExactly("large", "small");
    assertThat(grid.columns())
        .containsExactly(
            new HeatGrid.HeatColumn("check", "full"),
            new HeatGrid.HeatColumn("debug", "incr-full"));
    assertThat(grid.cell("small", new HeatGrid.HeatColumn("debug", "incr-full"))).isEmpty();
    assertThat(grid.cell("large", new HeatGrid.HeatColumn("check", "full"))).hasSize(1);
  }

  @Test
  void aNarrowHeatMapHasAColumnForEachProfileAndTheLargestRelevantChangeInIt() {
    HeatGrid grid =
        HeatGrid.of(
            comparison(
                List.of(change("a", 0, 0.004), change("a", 1, -0.04), change("a", 4, 0.0001))),
            true);

    assertThat(grid.columns())
        .containsExactly(
            new HeatGrid.HeatColumn("check", ""), new HeatGrid.HeatColumn("debug", ""));
    assertThat(grid.cell("a", new HeatGrid.HeatColumn("check", "")))
        .hasSize(2)
        .first()
        .satisfies(change -> assertThat(change.change()).isEqualTo(-0.04));
  }

  @Test
  void aHeatMapHasAtMostFortyRowsAndSaysHowManyItLacks() {
    List<TestCaseChange> changes = new ArrayList<>();
    for (int i = 0; i < 45; i++) {
      changes.add(change("crate-" + i, 0, 0.01 + i / 1000.0));
    }

    HeatGrid grid = HeatGrid.of(comparison(changes), false);

    assertThat(grid.benchmarks()).hasSize(40).startsWith("crate-44").endsWith("crate-5");
    assertThat(grid.moreBenchmarks()).isEqualTo(5);
  }

  @Test
  void theOutermostAreTheTenLargestAndNoneThatIsNotRelevant() {
    assertThat(SignificanceChart.outermost(comparison(EdgeCases.many(50, 4, 0.01)))).hasSize(10);
    assertThat(SignificanceChart.outermost(comparison(List.of(change("small", 0, THRESHOLD / 2)))))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void labelsOfALaneKeepTheirDistanceTheirOrderAndTheLane(long seed) {
    Random random = new Random(seed);
    int count = random.nextInt(TimelineMarks.capacity(10, 500, 14)) + 1;
    List<Double> wishes =
        random
            .doubles(count, 10, 500)
            .map(some -> seed % 2 == 0 ? 480 : some)
            .sorted()
            .boxed()
            .toList();

    List<Double> places = TimelineMarks.places(wishes, 10, 500, 14);

    assertThat(places).hasSize(count);
    assertThat(places.get(0)).isGreaterThanOrEqualTo(10 - 1e-9);
    assertThat(places.get(count - 1)).isLessThanOrEqualTo(500);
    for (int i = 1; i < count; i++) {
      assertThat(places.get(i) - places.get(i - 1)).isGreaterThanOrEqualTo(14 - 1e-9);
    }
  }

  @Test
  void aLabelWithRoomStandsWhereItWishes() {
    assertThat(TimelineMarks.places(List.of(50.0, 100.0), 0, 200, 14)).containsExactly(50.0, 100.0);
  }

  @Test
  void labelsOfPointsOverlapNeitherOneAnotherNorAPoint() {
    List<Point2D> points = Collections.nCopies(10, new Point2D.Double(395, 5));
    Rectangle2D bounds = new Rectangle2D.Double(0, 0, 400, 300);

    List<Rectangle2D> places = LabelPlacement.place(points, List.of(), 16, 14, 4, bounds);

    for (int i = 0; i < places.size(); i++) {
      assertThat(bounds.contains(places.get(i))).isTrue();
      assertThat(places.get(i).contains(points.get(0))).isFalse();
      for (int j = 0; j < i; j++) {
        assertThat(places.get(i).intersects(places.get(j))).isFalse();
      }
    }
  }

  @Test
  void aLabelCoversNoOtherPointWhereThereIsRoomNearby() {
    Point2D point = new Point2D.Double(200, 150);
    Rectangle2D bounds = new Rectangle2D.Double(0, 0, 400, 300);
    List<Point2D> neighbours =
        IntStream.range(0, 16)
            .mapToObj(i -> new Point2D.Double(200 + (i % 4) * 8, 150 - (i / 4) * 8))
            .filter(neighbour -> !neighbour.equals(point))
            .map(Point2D.class::cast)
            .toList();
    List<Point2D> everywhere =
        IntStream.range(0, 8000)
            .<Point2D>mapToObj(i -> new Point2D.Double(i % 100 * 4, i / 100 * 4))
            .toList();

    Rectangle2D beside = LabelPlacement.place(List.of(point), neighbours, 16, 14, 4, bounds).get(0);
    Rectangle2D amid = LabelPlacement.place(List.of(point), everywhere, 16, 14, 4, bounds).get(0);

    assertThat(neighbours).noneMatch(beside::contains);
    assertThat(amid.getCenterY()).isCloseTo(150, within(20.0));
    assertThat(amid.contains(point)).isFalse();
  }

  @Test
  void aLongNameLosesItsMiddleAndKeepsItsEnds() {
    Font font = ChartFonts.regular(11);
    String name = "a-very-long-benchmark-name-0.1.0 opt incr-patched: println";

    String fitted = ChartFonts.fitted(name, font, 150);

    assertThat(fitted).startsWith("a-very").contains("…").endsWith("println");
    assertThat(ChartFonts.width(fitted, font)).isLessThanOrEqualTo(150);
    assertThat(ChartFonts.fitted("short", font, 150)).isEqualTo("short");
    String longer = ChartFonts.fitted("a" + "\uD83D\uDE00".repeat(50_000) + "z", font, 150);
    assertThat(longer).startsWith("a").contains("…").endsWith("z");
    assertThat(ChartFonts.width(longer, font)).isLessThanOrEqualTo(150);
  }

  @Test
  void everySignHasAFontThatComesWithTheProgram() {
    Font font = ChartFonts.regular(11);

    List<ChartFonts.Run> runs = ChartFonts.runs("ab性能", font);

    assertThat(runs).extracting(ChartFonts.Run::text).containsExactly("ab", "性能");
    assertThat(runs).allMatch(run -> run.font().canDisplayUpTo(run.text()) == -1);
    assertThat(ChartFonts.width("ab性能", font))
        .isCloseTo(runs.get(0).width() + runs.get(1).width(), within(1e-9));
  }

  @Test
  void aParagraphIsBrokenAtSpacesAndFits() {
    Font font = ChartFonts.regular(11);

    List<String> lines = ChartFonts.lines("one two three four five " + "x".repeat(90), font, 120);

    assertThat(lines).hasSizeGreaterThan(1);
    assertThat(lines).allMatch(line -> ChartFonts.width(line, font) <= 120);
    assertThat(lines.get(0)).startsWith("one two");
  }
}
