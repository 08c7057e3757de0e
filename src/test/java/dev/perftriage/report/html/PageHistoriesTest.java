package dev.perftriage.report.html;

import static dev.perftriage.analysis.noise.FlaggedWeek.testCase;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.noise.FlaggedWeek;
import dev.perftriage.analysis.noise.MeasuredSeries;
import dev.perftriage.analysis.noise.NoiseVerdicts;
import dev.perftriage.model.Artifact;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Category;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TestResultComparison;
import dev.perftriage.report.CaseHistories;
import dev.perftriage.report.ExplainReport;
import dev.perftriage.report.ExplainReport.CaseVerdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The histories of test cases on the page of a comparison, in a real browser. */
class PageHistoriesTest {

  private static final int MERGE = 30;

  private static final FlaggedWeek WEEK =
      new FlaggedWeek()
          .with(testCase("spiky", "check", "full"), values(10_500, 10_000))
          .with(testCase("stepped", "check", "full"), values(10_400, 10_400));

  @TempDir private static Path directory;
  private static Browser browser;

  @BeforeAll
  static void openBrowser() throws IOException {
    browser = Browser.open(directory);
  }

  @AfterAll
  static void closeBrowser() {
    // Where there is no browser, there is none to close.
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void aTestCaseOfAMergeHasItsHistoryAndVerdict() throws IOException {
    ArtifactComparison merge = WEEK.comparisons().get(MERGE - 1);
    open(merge, histories(merge));

    assertThat(browser.texts("#all tr.case td.p3")).containsExactly("returned #1031", "persistent");
    browser.find("#choices [name=verdict][value=returned]").click();
    browser.find("#all tr.case").click();
    assertThat(browser.texts("#all tr.detail dd"))
        .anyMatch(text -> text.startsWith("returned #1031: "));
    assertThat(browser.texts("#all tr.detail .plot circle title"))
        .hasSize(40)
        .contains("#1029: 10,000", "#1030: 10,500", "#1031: 10,000");
    assertThat(browser.texts("#all tr.detail .plot .worse title")).containsExactly("#1030: 10,500");
    assertThat(browser.texts("#all tr.detail .plot .band title"))
        .containsExactly("Within the threshold of 0.20% of the value before");
    assertThat(browser.find("#all tr.detail .links a").getDomAttribute("href"))
        .as("the graph is of the whole history")
        .contains("start=" + FlaggedWeek.commit(0).text(), "end=" + FlaggedWeek.commit(39).text());
  }

  @Test
  void aTryBuildStandsBesideTheMerges() throws IOException {
    Artifact parent = Comparisons.artifact(FlaggedWeek.commit(20), FlaggedWeek.FIRST_PR + 20);
    Artifact build = Comparisons.artifact(new Sha("f".repeat(40)), 7);
    ArtifactComparison change = comparison(parent, build, "spiky", 10_000, 9_500);
    open(change, new CaseHistories(Optional.of(series()), Map.of(), ""));

    browser.find("#all tr.case").click();
    assertThat(browser.texts("#all tr.detail .plot circle title"))
        .hasSize(41)
        .endsWith("after: 9,500");
    assertThat(browser.texts("#all tr.detail .plot .better title")).containsExactly("after: 9,500");
    assertThat(browser.texts("#all tr.detail .plot text")).contains("#1000", "#1039", "after");
  }

  @Test
  void whatHasNoHistorySaysWhy() throws IOException {
    Artifact before = Comparisons.artifact(FlaggedWeek.commit(20), 1);
    Artifact after = Comparisons.artifact(FlaggedWeek.commit(21), 2);
    ArtifactComparison unknown = comparison(before, after, "new", 1000, 1100);

    open(unknown, CaseHistories.none("none: the store lacks them"));
    assertThat(browser.texts("dd")).contains("none: the store lacks them");
    browser.find("#all tr.case").click();
    assertThat(browser.texts("#all tr.detail p.muted"))
        .containsExactly("Histories: none: the store lacks them");

    open(unknown, new CaseHistories(Optional.of(series()), Map.of(), "at 40 merges"));
    browser.find("#all tr.case").click();
    assertThat(browser.texts("#all tr.detail p.muted"))
        .containsExactly("Histories: no merge around has a value of this test case");
    assertThat(browser.all("#all .plot")).isEmpty();
  }

  private static void open(ArtifactComparison comparison, CaseHistories histories)
      throws IOException {
    browser.show(
        OpenedPage.of(comparison, List.of(), histories), directory.resolve("histories.html"));
  }

  private static CaseHistories histories(ArtifactComparison merge) {
    NoiseVerdicts verdicts = WEEK.annotations().verdicts();
    return new CaseHistories(
        Optional.of(verdicts.series()),
        verdicts
            .of(merge.after().commit())
            .map(judged -> ExplainReport.verdicts(judged, verdicts.series()))
            .stream()
            .flatMap(List::stream)
            .collect(Collectors.toMap(CaseVerdict::change, Function.identity())),
        "at 40 merges");
  }

  private static MeasuredSeries series() {
    return WEEK.annotations().verdicts().series();
  }

  private static ArtifactComparison comparison(
      Artifact before, Artifact after, String benchmark, double from, double to) {
    return Comparisons.comparison()
        .between(before, after)
        .add(
            testCase(benchmark, "check", "full"),
            Category.PRIMARY,
            new TestResultComparison(from, to, 0.002, Math.abs(to / from - 1) / 0.002, true))
        .build();
  }

  /** Of 40 merges: one value at the merge, and another since. */
  private static double[] values(double there, double since) {
    double[] values = new double[40];
    Arrays.fill(values, 10_000);
    Arrays.fill(values, MERGE, 40, since);
    values[MERGE] = there;
    return values;
  }
}
