package dev.perftriage.report.chart;

import static dev.perftriage.analysis.noise.FlaggedWeek.testCase;

import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.noise.CaseLevels;
import dev.perftriage.analysis.noise.FlaggedWeek;
import dev.perftriage.analysis.noise.JudgedChange;
import dev.perftriage.analysis.noise.NoiseVerdict;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Metric;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.History;
import dev.perftriage.report.LevelReport;
import dev.perftriage.report.VerdictMark;
import dev.perftriage.source.io.SizeLimit;
import dev.perftriage.source.wire.ComparisonReader;
import dev.perftriage.source.wire.Payload;
import dev.perftriage.source.wire.TestCaseInterner;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every picture that the program draws, for the sample week, a week of outliers, one of 3,000 test
 * cases and changes of every verdict.
 */
final class Pictures {

  private static final String SAMPLE =
      "samples/2025-11-03/comparisons/23fced0fcc5e0ec260d25f04a8b78b269e5e90f0.."
          + "f5711a55f5d5e2f942057d0f6d648dd2d8b2c37b.";
  private static final double LEVEL = 10_000;
  private static final int MERGES = 30;
  private static final int STEP = 20;
  private static final LocalDate FIRST_WEEK = LocalDate.of(2022, 5, 24);

  private Pictures() {}

  /** All pictures; those of charts are laid out for a usual screen and for a phone. */
  static Stream<Picture> all() {
    Stream<Picture> weeks =
        Stream.of("sample", "outliers", "three-thousand")
            .flatMap(week -> charts(week).map(chart -> new Picture(week, chart)));
    Stream<Picture> timelines =
        Stream.of("one", "walk", "crowded", "holes", "spike")
            .map(name -> new Picture(name, TimelineChart.of(TimelineCases.named(name))));
    Stream<Picture> cards =
        Stream.of(
            card("sample", comparison("sample"), TimelineCases.named("walk")),
            card("outliers", comparison("outliers"), TimelineCases.named("spike")),
            card("empty", comparison("empty"), TimelineCases.named("one")));
    return Stream.of(
            weeks,
            timelines,
            cards,
            Stream.of(
                new Picture("sample", metrics()),
                new Picture("verdicts", Charts.ofHistory(history())),
                new Picture("verdicts", Charts.ofLevels(levels(NoiseVerdict.values()))),
                new Picture("one verdict", Charts.ofLevels(levels(NoiseVerdict.PERSISTENT)))),
            logs().map(chart -> new Picture("logs", chart)))
        .flatMap(some -> some);
  }

  private static Picture card(String name, Comparison comparison, Timeline timeline) {
    String sentence = "Mostly positive week: 102 primary test cases improved and 22 regressed.";
    return new Picture(
        name + " card", List.of(new ReportCard(comparison, timeline, sentence).svg()));
  }

  /** The charts of published logs, some weeks of which are far from the others. */
  private static Stream<Chart> logs() {
    List<WeekValue> worse = weeks(1, 2, 40);
    List<WeekValue> better = weeks(2, -2, -30);
    List<WeekValue> counts = weeks(3, 90, 4000);
    return Stream.of(
        WeeklyChart.ofMeans(worse, better),
        WeeklyChart.ofCounts(counts, weeks(4, 60, 200)),
        WeeklyChart.ofNoise(weeks(5, 20, 60)));
  }

  private static List<WeekValue> weeks(long seed, double spread, double last) {
    Random random = new Random(seed);
    List<WeekValue> weeks = new ArrayList<>();
    for (int i = 0; i < 180; i++) {
      double value = i == 179 ? last : Math.abs(random.nextGaussian()) * spread;
      weeks.add(new WeekValue(FIRST_WEEK.plusWeeks(i), value, value / 2, value * 3));
    }
    return weeks;
  }

  /** The charts of a comparison, by the name of the week. */
  static Stream<Chart> charts(String week) {
    Comparison comparison = comparison(week);
    return Stream.of(
        LargestChanges.of(comparison),
        RankCurve.of(comparison),
        HeatMap.of(comparison),
        SignificanceChart.of(comparison));
  }

  /** The comparison of a week's ends: one of a file, or of 3,000 test cases. */
  static Comparison comparison(String week) {
    return switch (week) {
      case "sample" -> comparison(sample("instructions:u"));
      case "three-thousand" -> EdgeCases.comparison(EdgeCases.many(3_000, 11, 0.004));
      default -> comparison(read(resource(week + ".json"), Metric.INSTRUCTIONS));
    };
  }

  private static Comparison comparison(ArtifactComparison read) {
    return Comparison.of(ComparableTestCases.of(read, TestCase.DEFAULT_TARGET));
  }

  private static Chart metrics() {
    return Charts.ofMetrics(
        Stream.of("instructions:u", "max-rss", "size:linked_artifact")
            .map(metric -> ComparisonSummary.of(sample(metric), TestCase.DEFAULT_TARGET))
            .toList());
  }

  private static ArtifactComparison sample(String metric) {
    return read(Path.of(SAMPLE + metric + ".msgpack"), new Metric(metric));
  }

  private static ArtifactComparison read(Path file, Metric metric) {
    return ComparisonReader.read(
        Payload.ofFile(file, new SizeLimit(1 << 26, "")), metric, new TestCaseInterner());
  }

  private static Path resource(String name) {
    try {
      return Path.of(Objects.requireNonNull(Pictures.class.getResource(name), name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  /** A panel for each verdict, every second change an improvement. */
  private static History history() {
    FlaggedWeek week = new FlaggedWeek();
    for (NoiseVerdict verdict : NoiseVerdict.values()) {
      week.with(testCase(verdict.label(), "check", "full"), series(verdict));
    }
    History drawn = History.of(Metric.INSTRUCTIONS, week.annotations(), week.steps());
    Map<VerdictMark, Integer> outcomes = new EnumMap<>(VerdictMark.class);
    List<History.CaseHistory> cases =
        Arrays.stream(NoiseVerdict.values())
            .map(
                verdict -> {
                  outcomes.merge(VerdictMark.of(verdict), 1, Integer::sum);
                  History.CaseHistory found =
                      drawn.cases().stream()
                          .filter(each -> each.testCase().benchmark().equals(verdict.label()))
                          .findFirst()
                          .orElseThrow();
                  History.Change change = judged(found.headline(), verdict);
                  return new History.CaseHistory(
                      found.testCase(), found.values(), List.of(change), change);
                })
            .toList();
    return new History(drawn.metric(), drawn.merges(), cases, 0, 0, outcomes);
  }

  private static History.Change judged(History.Change change, NoiseVerdict verdict) {
    JudgedChange judged = change.judged();
    return new History.Change(
        change.merge(), new JudgedChange(judged.change(), verdict, null, judged.evidence()));
  }

  /** A panel for each verdict; the last values were carried over. */
  private static LevelReport levels(NoiseVerdict... verdicts) {
    List<LevelReport.CaseLine> lines =
        Arrays.stream(verdicts)
            .map(
                verdict -> {
                  double[] series = series(verdict);
                  CaseLevels found = CaseLevels.of(series);
                  return new LevelReport.CaseLine(
                      testCase(verdict.label(), "check", "full"),
                      LevelReport.ValueSource.SITE,
                      points(series),
                      new CaseLevels(
                          found.levels(),
                          found.steps().stream().map(step -> step.judged(verdict, -1)).toList()));
                })
            .toList();
    return new LevelReport(Metric.INSTRUCTIONS, lines, 0, Map.of());
  }

  private static List<LevelReport.Point> points(double[] series) {
    return IntStream.range(0, series.length)
        .mapToObj(
            i ->
                new LevelReport.Point(
                    new Merge(FlaggedWeek.commit(i), FlaggedWeek.FIRST_PR + i),
                    Optional.of(Instant.parse("2025-11-03T00:00:00Z").plusSeconds(i * 3600L)),
                    series[i],
                    i > series.length - 4))
        .toList();
  }

  /** A step that lasts, up or down. */
  private static double[] series(NoiseVerdict verdict) {
    double[] values = new double[MERGES];
    Arrays.fill(values, LEVEL);
    int place = List.of(NoiseVerdict.values()).indexOf(verdict);
    int sign = place % 2 == 0 ? 1 : -1;
    Arrays.fill(values, STEP, MERGES, LEVEL * (1 + sign * (0.01 + place / 100.0)));
    return values;
  }

  /**
   * A picture.
   *
   * @param svgs its layouts, one or more; in pages, with variables for colours
   */
  record Picture(String name, List<String> svgs) {

    Picture(String week, Chart chart) {
      this(week + " " + chart.name(), List.of(chart.figure().svg(), chart.figure().narrow()));
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
