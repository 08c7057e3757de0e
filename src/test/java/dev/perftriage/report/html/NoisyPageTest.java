package dev.perftriage.report.html;

import static dev.perftriage.analysis.noise.FlaggedWeek.testCase;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.ListedThresholds;
import dev.perftriage.analysis.noise.FlaggedWeek;
import dev.perftriage.analysis.unexplained.Unexplained;
import dev.perftriage.model.Metric;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.Annotations;
import dev.perftriage.report.Figure;
import dev.perftriage.report.History;
import dev.perftriage.report.TriageReport;
import dev.perftriage.report.chart.Charts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page says of noise, in a real browser. */
class NoisyPageTest {

  private static final String HOSTILE = "</li><script>document.title='owned'</script>";
  private static final String STEP = "#pr-1030";
  private static final String SPIKE = "#pr-1020";
  private static final String ROWS = "#all tr.case";

  @TempDir private static Path directory;
  private static Browser browser;
  private static String html = "";

  @BeforeAll
  static void openBrowser() throws IOException {
    browser = Browser.open(directory);
    html = HtmlPage.render(page());
  }

  @AfterAll
  static void closeBrowser() {
    // Where there is no browser, there is none to close.
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void openPage() throws IOException {
    browser.show(html, directory.resolve("noisy.html"));
  }

  @Test
  void everyListedMergeSaysWhetherItIsNoiseWithoutBeingUnfolded() {
    assertThat(browser.find(SPIKE + " summary .verdict").getText()).isEqualTo("○ returned");
    assertThat(browser.find(STEP + " summary .verdict").getText()).isEqualTo("● persistent 4 of 5");
    assertThat(browser.texts("details.entry summary .verdict")).hasSize(4);
  }

  @Test
  void theEvidenceOfTheThreeLargestStandsAboveTheTestCases() {
    browser.find(STEP + " summary").click();

    assertThat(browser.texts(STEP + " > p"))
        .contains("real: 5 relevant test cases: 4 persistent, 1 returned");
    assertThat(browser.texts(STEP + " .evidence li"))
        .hasSize(3)
        .contains(
            HOSTILE
                + " check full ▲ +4.0%, persistent: it stayed for 10 measurements; 3 other test cases moved"
                + " with it",
            "late-spike check full ▲ +5.0%, returned: it was back at the level before at #1031");
    assertThat(browser.run("return document.title")).isEqualTo("2025-11-03 Triage Log");
  }

  @Test
  void aVerdictNarrowsTheTestCasesOfEveryListedMerge() {
    browser.visit(directory.resolve("noisy.html").toUri() + "#view=merges");
    assertThat(browser.texts("#all th button")).contains("merge", "verdict");
    int all = browser.all(ROWS).size();

    browser.find("#choices [name=verdict][value=returned]").click();
    assertThat(browser.all(ROWS).size()).isPositive().isLessThan(all);
    assertThat(browser.texts(ROWS + " td.p3")).allMatch(verdict -> verdict.startsWith("returned"));
    assertThat(browser.address()).endsWith("#view=merges&verdict=returned");

    browser.find("#choices [name=merge][value='#1030']").click();
    assertThat(browser.all(ROWS)).hasSize(1);
    assertThat(browser.find(ROWS).getText()).contains("late-spike").contains("returned #1031");

    browser.run("history.back()");
    browser.waitUntil(() -> browser.address().endsWith("#view=merges&verdict=returned"));
    assertThat(browser.all("#choices input:checked")).hasSize(1);
  }

  @Test
  void aClickOnATestCaseOpensItsHistoryAndVerdict() {
    browser.visit(directory.resolve("noisy.html").toUri() + "#view=pr-1030&q=late-spike");
    browser.find(ROWS).click();

    assertThat(browser.texts("#table .detail h3")).containsExactly("late-spike check full");
    assertThat(browser.texts("#table .detail dd"))
        .contains(
            "▲ +5.00%, 25.00x the threshold of 0.20%",
            "10,000 to 10,500", "returned #1031: it was back at the level before at #1031");
    assertThat(browser.texts("#table .detail .plot circle title"))
        .contains("#1029: 10,000", "#1030: 10,500", "#1031: 10,000");
    assertThat(browser.all("#table .detail .plot .worse")).hasSize(1);
    assertThat(browser.texts("#table .detail .plot .band title"))
        .containsExactly("Within the threshold of 0.20% of the value before");
    assertThat(browser.all("#table .detail .links a"))
        .extracting(link -> link.getDomAttribute("href"))
        .satisfiesExactly(
            graph ->
                assertThat(graph).contains("&benchmark=late-spike&profile=check&scenario=full"),
            queries ->
                assertThat(queries)
                    .contains("detailed-query.html?commit=")
                    .endsWith("&benchmark=late-spike-check&scenario=full"),
            comparison -> assertThat(comparison).contains("compare.html?start="));

    String opened = browser.address();
    assertThat(opened).contains("open=pr-1030+late-spike+check+full");
    browser.visit(opened);
    assertThat(browser.texts("#table .detail h3")).containsExactly("late-spike check full");
  }

  @Test
  void whatDidNotChangeHasItsValuesAndThreshold() {
    browser.visit(directory.resolve("noisy.html").toUri() + "#view=pr-1030&all=1&q=spiky");

    assertThat(browser.texts(ROWS + " td")).contains("spiky", "0.00%", "10,000");
    assertThat(browser.texts(ROWS)).hasSize(1);
    browser.find("#all tr.quiet button").click();
    assertThat(browser.texts("#all tr.detail dd").get(0))
        .isEqualTo("0.00%, 0.00x the threshold of 0.20%, not relevant");
  }

  @Test
  void aTestCaseInTheListOfItsMergeOpensThere() {
    browser.find(STEP + " summary").click();
    browser.find(STEP + " .cases tbody button").click();

    assertThat(browser.texts(STEP + " .detail h3")).containsExactly("late-spike check full");
    assertThat(browser.address()).endsWith("#open=pr-1030+late-spike+check+full&entry=pr-1030");
    browser.visit(browser.address());
    assertThat(browser.texts(STEP + " .detail h3")).containsExactly("late-spike check full");
    browser.find(STEP + " .cases tbody button").click();
    assertThat(browser.all(STEP + " .detail")).isEmpty();
  }

  @Test
  void theTableFollowsTheListOfItsMerge() {
    browser.visit(directory.resolve("noisy.html").toUri() + "#view=pr-1030&entry=pr-1030");
    browser.find(STEP + " .cases tbody button").click();
    assertThat(browser.texts("#all .detail h3")).containsExactly("late-spike check full");

    browser.find(STEP + " .cases tbody button").click();
    assertThat(browser.all("#all .detail")).isEmpty();
  }

  @Test
  void theHistoryChartStandsOnThePage() {
    assertThat(browser.texts("#history svg title"))
        .contains("spiky check full: ▲ +5.0% at #1020: ○ returned #1021, 10,000 to 10,500");
  }

  @Test
  void axeFindsNoViolation() throws IOException {
    browser.all("details.entry").forEach(entry -> browser.run("arguments[0].open = true", entry));
    browser.find(ROWS).click();

    assertThat(OpenedPage.violations(browser)).isEmpty();
    OpenedPage.dark(browser);
    assertThat(OpenedPage.violations(browser)).isEmpty();
  }

  private static Page page() {
    FlaggedWeek week = new FlaggedWeek();
    week.with(testCase("spiky", "check", "full"), spike(20));
    week.with(testCase("late-spike", "check", "full"), spike(30));
    week.with(testCase(HOSTILE, "check", "full"), step(1.04));
    for (String benchmark : List.of("one", "two", "three")) {
      week.with(testCase(benchmark, "opt", "full"), step(1.03));
    }
    List<ComparisonSummary> steps = week.steps();
    ComparisonSummary whole =
        ComparisonSummary.of(
            Comparisons.comparison().primary(1000, 1030).build(), TestCase.DEFAULT_TARGET);
    TriageReport report =
        new TriageReport(
            Comparisons.week(whole, steps),
            List.of(),
            List.of(),
            Unexplained.NONE,
            Map.of(1020, "Do nothing of note", 1030, "Slow everything down"),
            Optional.empty(),
            LocalDate.of(2025, 11, 3),
            "ferris");
    Annotations annotations = week.annotations();
    ListedThresholds thresholds = new ListedThresholds();
    week.comparisons()
        .forEach(
            all ->
                thresholds.add(
                    all,
                    TestCase.DEFAULT_TARGET,
                    ComparisonSummary.of(all, TestCase.DEFAULT_TARGET)));
    Figure history = Charts.ofHistory(History.of(Metric.INSTRUCTIONS, annotations, steps)).figure();
    return Pages.ofReport(
        report, Optional.of(annotations), List.of(history), List.of(), thresholds, false);
  }

  private static double[] spike(int merge) {
    double[] values = step(1);
    values[merge] *= 1.05;
    return values;
  }

  private static double[] step(double factor) {
    double[] values = new double[40];
    Arrays.fill(values, 10_000);
    Arrays.fill(values, 30, 40, factor * 10_000);
    return values;
  }
}
