package dev.perftriage.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.analysis.noise.CaseLevels;
import dev.perftriage.analysis.noise.FlaggedWeek;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Merge;
import dev.perftriage.model.Metric;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.CaseHistories;
import dev.perftriage.report.Figure;
import dev.perftriage.report.LevelReport;
import dev.perftriage.report.chart.Chart;
import dev.perftriage.report.chart.Charts;
import dev.perftriage.source.io.SizeLimit;
import dev.perftriage.source.wire.ComparisonReader;
import dev.perftriage.source.wire.Payload;
import dev.perftriage.source.wire.TestCaseInterner;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How pictures stand in pages on three screens, in a real browser. */
class PagePicturesTest extends OpenedPage {

  private static final String VISIBLE =
      "const svgs = [...document.querySelectorAll('figure svg[role=img]')]"
          + ".filter(svg => svg.getClientRects().length > 0);";

  @ParameterizedTest
  @CsvSource({"sample, 6", "outliers, 4", "three-thousand, 4", "empty, 0", "levels, 1"})
  void everyPictureIsShownOnceWithinItsContainerAndNoTextIsBelowNinePixels(
      String week, int pictures) throws Exception {
    if (week.equals("sample")) {
      browser().visit(Path.of("reports/2025/2025-11-03.html").toUri().toString());
    } else {
      browser().show(page(week), directory.resolve(week + ".html"));
    }
    for (int width : new int[] {1440, 1024, 390}) {
      resize(width);

      assertThat(browser().strings(VISIBLE + "return svgs.map(svg => svg.closest('figure').id)"))
          .as("%s at %s", week, width)
          .hasSize(pictures)
          .doesNotHaveDuplicates();
      assertThat(
              browser()
                  .strings(
                      VISIBLE
                          + "return svgs.flatMap(svg => {"
                          + "  const whole = svg.getBoundingClientRect();"
                          + "  const scale = whole.width / svg.viewBox.baseVal.width;"
                          + "  const outside = (inner, outer) => inner.left < outer.left - 1"
                          + "    || inner.right > outer.right + 1 || inner.top < outer.top - 1"
                          + "    || inner.bottom > outer.bottom + 1;"
                          + "  const page = {left: 0, right: document.documentElement.clientWidth,"
                          + "    top: -1e9, bottom: 1e9};"
                          + "  return [...(outside(whole, page) ? [svg] : []),"
                          + "    ...[...svg.querySelectorAll('text')].filter(text =>"
                          + "      parseFloat(text.getAttribute('font-size')) * scale < 9"
                          + "      || outside(text.getBoundingClientRect(), whole))]"
                          + "    .map(each => each.outerHTML.slice(0, 150));})"))
          .as("%s at %s", week, width)
          .isEmpty();
    }
  }

  @Test
  void theStepsOfAHistoryFitEveryScreen() throws Exception {
    browser().show(page("levels"), directory.resolve("levels.html"));
    for (int width : new int[] {1440, 1024, 390}) {
      resize(width);

      assertThat(
              browser()
                  .strings(
                      "const steps = document.querySelector('.steps');"
                          + "return [steps.rows.length, steps.parentElement.scrollWidth"
                          + " <= steps.parentElement.clientWidth].map(String)"))
          .as("at %s", width)
          .containsExactly("2", "true");
    }
  }

  @Test
  void aMergeHasTheSameMarkOnTheTimelineAndItsEntry() {
    browser().visit(Path.of("reports/2025/2025-11-03.html").toUri().toString());

    List<String> onTimeline =
        browser()
            .strings(
                "return [...document.querySelectorAll('#timeline .wide text')].map(text =>"
                    + " text.textContent.split(' ')).filter(words => words[0].startsWith('#'))"
                    + ".map(words => words[0].replace('#', 'pr-') + ' ' + words.at(-1))");
    assertThat(onTimeline).hasSize(17);
    assertThat(
            browser()
                .strings(
                    "return [...document.querySelectorAll('details.entry[id]')].map(entry => entry.id"
                        + " + ' ' + entry.querySelector('.verdict').textContent.trim()[0])"))
        .containsExactlyInAnyOrderElementsOf(onTimeline);
  }

  private static String page(String week) throws IOException, URISyntaxException {
    return switch (week) {
      case "levels" -> levels();
      case "three-thousand" -> page(manyTestCases());
      default ->
          page(
              ComparisonReader.read(
                  Payload.ofFile(
                      Path.of(
                          Objects.requireNonNull(Chart.class.getResource(week + ".json"), week)
                              .toURI()),
                      new SizeLimit(1 << 26, "")),
                  Metric.INSTRUCTIONS,
                  new TestCaseInterner()));
    };
  }

  private static String page(ArtifactComparison comparison) {
    List<Figure> figures =
        Charts.ofComparison(ComparableTestCases.of(comparison, TestCase.DEFAULT_TARGET))
            .map(Chart::figure)
            .toList();
    return of(comparison, figures, CaseHistories.none("none"));
  }

  private static ArtifactComparison manyTestCases() {
    Random random = new Random(7);
    Comparisons comparison = Comparisons.comparison();
    for (int i = 0; i < 3000; i++) {
      comparison.primary(1_000_000, 1_000_000 + 4000 * random.nextGaussian());
    }
    return comparison.build();
  }

  /** The page of one test case's history. */
  private static String levels() {
    double[] values = new double[30];
    Arrays.fill(values, 0, 15, 10_000);
    Arrays.fill(values, 15, 30, 10_200);
    LevelReport report =
        new LevelReport(
            Metric.INSTRUCTIONS,
            List.of(
                new LevelReport.CaseLine(
                    FlaggedWeek.testCase("serde-1.0.219", "check", "full"),
                    LevelReport.ValueSource.SITE,
                    IntStream.range(0, values.length)
                        .mapToObj(
                            i ->
                                new LevelReport.Point(
                                    new Merge(FlaggedWeek.commit(i), FlaggedWeek.FIRST_PR + i),
                                    Optional.empty(),
                                    values[i],
                                    false))
                        .toList(),
                    CaseLevels.of(values))),
            0,
            Map.of());
    return HtmlPage.render(LevelPage.of(report, Charts.ofLevels(report).figure()));
  }
}
