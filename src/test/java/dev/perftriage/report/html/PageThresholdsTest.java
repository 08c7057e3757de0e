package dev.perftriage.report.html;

import static dev.perftriage.analysis.noise.FlaggedWeek.testCase;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.ListedThresholds;
import dev.perftriage.analysis.noise.FlaggedWeek;
import dev.perftriage.analysis.unexplained.Unexplained;
import dev.perftriage.model.Category;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import dev.perftriage.report.TriageReport;
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

/** The thresholds of test cases that did not change relevantly at a merge, in a real browser. */
class PageThresholdsTest {

  private static final int MERGE = 30;

  /** Each by the threshold that the site sent for it. */
  private static final Map<String, Double> QUIET =
      Map.of(
          "usual", 0.002,
          "precise", 0.000123456,
          "wide", 12.344,
          "tiny", 3e-9,
          "zero", 0.0,
          "infinite", Double.POSITIVE_INFINITY,
          "unsent", Double.NaN);

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
    browser.show(html, directory.resolve("thresholds.html"));
    browser.visit(
        directory.resolve("thresholds.html").toUri() + "#view=pr-1030&all=1&sort=benchmark");
  }

  @Test
  void everyTestCaseOfAMergeHasItsThresholdAndFactor() {
    assertThat(browser.texts("#all tr.quiet td.name"))
        .containsExactly(
            "infinite", "not-compared", "precise", "tiny", "unsent", "usual", "wide", "zero");
    assertThat(browser.texts("#all tr.quiet td.p2"))
        .containsExactly("∞%", "-", "0.01%", "0.00%", "-", "0.20%", "1234.00%", "0.00%");
    assertThat(browser.texts("#all tr.quiet td.factor"))
        .as("0.05% as a multiple of each")
        .containsExactly("0.00x", "-", "4.05x", "166666.67x", "-", "0.25x", "0.00x", "∞x");
  }

  @Test
  void theDetailsHaveTheBandOfTheThreshold() {
    assertThat(changeOf("usual")).isEqualTo("▲ +0.05%, 0.25x the threshold of 0.20%, not relevant");
    assertThat(browser.texts("#all tr.detail .band title"))
        .containsExactly("Within the threshold of 0.20% of the value before");
  }

  @Test
  void withoutAThresholdTheDetailsSayWhy() {
    assertThat(changeOf("unsent")).isEqualTo("▲ +0.05%, no threshold: the site sent none");
    assertThat(changeOf("not-compared"))
        .isEqualTo(
            "▲ +0.05%, no threshold: the site's comparison of this merge lacks the test case");
    assertThat(browser.all("#all tr.detail .band")).isEmpty();
  }

  /** Opens a test case, and returns what its details say of the change. */
  private static String changeOf(String benchmark) {
    browser.find("#filter [name=q]").clear();
    browser.find("#filter [name=q]").sendKeys(benchmark);
    browser.find("#all tr.quiet button").click();
    return browser.texts("#all tr.detail dd").get(0);
  }

  private static Page page() {
    FlaggedWeek week = new FlaggedWeek();
    Comparisons compared =
        Comparisons.comparison()
            .between(
                Comparisons.artifact(FlaggedWeek.commit(MERGE - 1), FlaggedWeek.FIRST_PR + 29),
                Comparisons.artifact(FlaggedWeek.commit(MERGE), FlaggedWeek.FIRST_PR + MERGE));
    for (String benchmark : List.of("one", "two", "three")) {
      week.with(testCase(benchmark, "check", "full"), step(10_300));
      add(compared, benchmark, 10_300, 0.002);
    }
    week.with(testCase("not-compared", "check", "full"), step(10_005));
    QUIET.forEach(
        (benchmark, threshold) -> {
          week.with(testCase(benchmark, "check", "full"), step(10_005));
          add(compared, benchmark, 10_005, threshold);
        });
    ListedThresholds thresholds = new ListedThresholds();
    thresholds.add(
        compared.build(),
        TestCase.DEFAULT_TARGET,
        ComparisonSummary.of(compared.build(), TestCase.DEFAULT_TARGET));
    ComparisonSummary whole = ComparisonSummary.of(week.whole(), TestCase.DEFAULT_TARGET);
    TriageReport report =
        new TriageReport(
            Comparisons.week(whole, week.steps()),
            List.of(),
            List.of(),
            Unexplained.NONE,
            Map.of(),
            Optional.empty(),
            LocalDate.of(2025, 11, 3),
            "ferris");
    return Pages.ofReport(
        report,
        Optional.of(week.annotations()),
        List.of(),
        List.of(ComparableTestCases.of(week.whole())),
        thresholds,
        false);
  }

  private static void add(Comparisons compared, String benchmark, double after, double threshold) {
    compared.add(
        testCase(benchmark, "check", "full"),
        Category.SECONDARY,
        new TestResultComparison(10_000, after, threshold, 1, false));
  }

  private static double[] step(double after) {
    double[] values = new double[40];
    Arrays.fill(values, 10_000);
    Arrays.fill(values, MERGE, 40, after);
    return values;
  }
}
