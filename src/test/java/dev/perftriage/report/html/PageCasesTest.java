package dev.perftriage.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.report.SummaryRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What the table of test cases shows, in a real browser. */
class PageCasesTest extends OpenedPage {

  @Test
  void columnsSortBySignedNumberAndByName() {
    browser().find("#all thead th.change button").click();
    assertThat(changes()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    browser().find("#all thead th.change button").click();
    assertThat(changes()).isSorted();
    assertThat(browser().find("#all thead th.change").getDomAttribute("aria-sort"))
        .isEqualTo("ascending");

    browser().find("#all thead th.name button").sendKeys(Keys.ENTER);
    assertThat(browser().texts(ROWS + " td.name")).isSorted();
    assertThat(browser().address()).endsWith("#sort=benchmark");
  }

  @Test
  void filtersNarrowTheTableAndTheSummaryFollows() {
    int all = browser().all(ROWS).size();
    browser().find("#choices [name=direction][value=regression]").click();

    assertThat(browser().all(ROWS).size()).isLessThan(all).isPositive();
    assertThat(changes()).allMatch(change -> change > 0);
    assertThat(browser().texts("#live td.n").subList(6, 9)).containsExactly("-", "-", "0");
    assertThat(browser().address()).endsWith("#direction=regression");

    browser().find("#filter [name=q]").sendKeys("serde CHECK");
    assertThat(browser().texts(ROWS + " td.name"))
        .isNotEmpty()
        .allMatch(name -> name.contains("serde"));
    browser().waitUntil(() -> browser().address().endsWith("#q=serde+CHECK&direction=regression"));

    assertThat(browser().find("#none").isDisplayed()).isFalse();
    browser().find("#filter [name=q]").sendKeys(" nothing");
    assertThat(browser().all(ROWS)).isEmpty();
    assertThat(browser().find("#none").getText()).isEqualTo("No test case matches the filters.");

    browser().find("#filter button[type=reset]").click();
    browser().waitUntil(() -> browser().all(ROWS).size() == all);
    assertThat(browser().address()).doesNotContain("#");
  }

  @Test
  void severalValuesOfOneFilterAreShownTogether() {
    browser().find("#choices [name=profile][value=check]").click();
    int checks = browser().all(ROWS).size();
    browser().find("#choices [name=profile][value=opt]").click();

    assertThat(browser().all(ROWS)).hasSize(checks + 1);
    assertThat(browser().address()).endsWith("#profile=check&profile=opt");
  }

  @Test
  void rowsAreNumberedAnewWhenTheyAreFewer() {
    browser().find("#choices [name=direction][value=improvement]").click();

    assertThat(
            browser()
                .strings(
                    "return [...document.querySelectorAll('#all tr.case')]"
                        + ".map(row => row.getAttribute('aria-rowindex'))"))
        .containsExactly("2", "3", "4");
  }

  @Test
  void twoChoicesWithinAFrameAreTwoStepsBack() {
    browser()
        .run(
            "for (const value of ['check', 'doc'])"
                + " document.querySelector(`#choices [name=profile][value=${value}]`).click()");
    assertThat(browser().address()).endsWith("#profile=check&profile=doc");

    browser().run("history.back()");
    browser().waitUntil(() -> browser().address().endsWith("#profile=check"));
  }

  @Test
  void backUndoesAChoiceButNotEveryLetter() {
    browser().find("#choices [name=profile][value=check]").click();
    browser().find("#filter [name=q]").sendKeys("serde");
    browser().find("#choices [name=category][value=primary]").click();
    assertThat(browser().address()).endsWith("#q=serde&profile=check&category=primary");

    browser().run("history.back()");
    browser().waitUntil(() -> browser().address().endsWith("#q=serde&profile=check"));
    assertThat(browser().find("[name=q]").getDomProperty("value")).isEqualTo("serde");
    browser().run("history.back()");
    browser().waitUntil(() -> !browser().address().contains("#"));
    assertThat(browser().find("[name=q]").getDomProperty("value")).isEmpty();
    assertThat(browser().all("#choices input:checked")).isEmpty();
  }

  @Test
  void whatAllTestCasesHaveInCommonIsSaidOnce() {
    assertThat(browser().texts("#constants"))
        .containsExactly("All: scenario full, backend llvm, target x86_64-unknown-linux-gnu.");
    assertThat(browser().texts("#all thead th button"))
        .containsExactly(
            "benchmark", "change", "profile", "category", "factor", "threshold", "before", "after");
  }

  @Test
  void testCasesThatAreNotRelevantAreShownOnDemandOnly() {
    int relevant = browser().all(ROWS).size();
    browser().find("[name=all]").click();

    assertThat(browser().all(ROWS)).hasSize(relevant + 1);
    assertThat(browser().texts("#all tr.quiet td.name")).containsExactly("quiet");
    assertThat(browser().address()).endsWith("#all=1");
    assertThat(browser().texts("#live td.n").get(14)).as("they are in no summary").isEqualTo("4");
  }

  @Test
  void aThresholdAndAllDigitsAreAtHand() {
    browser().find("#filter [name=q]").sendKeys("hyper");
    assertThat(browser().texts(ROWS + " td.p2")).contains("0.08%");
    assertThat(browser().texts(ROWS + " td.p1")).containsExactly("4,000", "3,871");
    browser().find("[name=raw]").click();
    assertThat(browser().texts(ROWS + " td.p1")).containsExactly("4,000", "3871.3");
  }

  @Test
  void theSummaryOfEverythingIsTheReportsToTheLastDigit() {
    List<String> expected = new ArrayList<>();
    for (SummaryRow row : SummaryRow.of(summary(whole()))) {
      expected.addAll(List.of(row.mean(), row.range(), row.count()));
    }

    assertThat(browser().texts("#live tbody td")).isEqualTo(expected);
    assertThat(browser().texts("section[aria-labelledby=summary] .summary td")).isEqualTo(expected);
  }

  @Test
  void anAddressBringsBackItsView() {
    browser().visit(file().toUri() + "#q=serde&category=secondary&sort=-change");

    assertThat(browser().texts(ROWS + " td.name")).containsOnly("serde_derive-1.0.219");
    assertThat(browser().find("[name=q]").getDomProperty("value")).isEqualTo("serde");
    assertThat(changes()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @Test
  void theShownRowsAreDownloadedAsCsvWithAllTheirDigits() throws Exception {
    browser().find("#filter [name=q]").sendKeys("owned");
    browser().find("#csv").click();
    Path file = directory.resolve("2025-11-03-Triage-Log.csv");
    for (int i = 0; i < 100 && (!Files.exists(file) || Files.size(file) == 0); i++) {
      Thread.sleep(100);
    }

    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(0))
        .isEqualTo(
            "benchmark,profile,scenario,backend,target,category,direction,change,factor,threshold,before,after,verdict");
    assertThat(lines).hasSize(2);
    assertThat(lines.get(1))
        .startsWith("\"" + HOSTILE.replace("\"", "\"\"") + "\",check,full,llvm,")
        .endsWith(",regression,0.0125,6.25,0.0008,1000,1012.5,");
  }

  @Test
  void theShownRowsAreCopiedAsMarkdown() {
    browser()
        .run(
            "navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve();"
                + " }");
    browser().find("#filter [name=q]").sendKeys("serde_derive");
    browser().find("#copy").click();

    assertThat(browser().run("return window.copied").toString())
        .startsWith("| benchmark | profile |")
        .contains("| serde\\_derive-1.0.219 | ");
  }

  @Test
  void onlyTheRowsInSightAreInTheDocument() throws IOException {
    browser().show(large(), directory.resolve("large.html"));
    assertThat(browser().texts("#cases .count")).containsExactly("3000");
    assertThat(browser().all(ROWS)).hasSizeLessThan(80);

    browser().run("document.getElementById('table').scrollTop = 1e7");
    browser().waitUntil(() -> browser().texts(ROWS + " td.name").contains("crate-2999"));
    assertThat(browser().all(ROWS)).hasSizeLessThan(80);

    browser().find("#filter [name=q]").sendKeys("crate-1234");
    assertThat(browser().texts(ROWS + " td.name")).containsExactly("crate-1234");
  }

  @Test
  void threeThousandTestCasesAreFilteredWithinFiftyMilliseconds() throws IOException {
    browser().show(large(), directory.resolve("large.html"));
    List<?> latencies =
        (List<?>)
            browser()
                .runAsync(
                    """
                    const done = arguments[arguments.length - 1];
                    const field = document.querySelector('[name=q]');
                    const latencies = [];
                    (async () => {
                      for (const text of ['c', 'crate', 'crate-1', 'crate-12', '', '7 check', '99', 'x',
                          '', '5', '55', '5 5', '', '2', '21', 'rate-3', '', '0', '00']) {
                        const start = performance.now();
                        field.value = text;
                        field.dispatchEvent(new Event('input', { bubbles: true }));
                        document.body.offsetHeight;
                        latencies.push(performance.now() - start);
                        await new Promise(next => setTimeout(next, 60));
                      }
                      done(latencies);
                    })();
                    """);

    List<Double> sorted =
        latencies.stream().map(each -> ((Number) each).doubleValue()).sorted().toList();
    assertThat(sorted).hasSize(19);
    assertThat(sorted.get(9)).as("the median, in ms, of %s", sorted).isLessThan(50);
    assertThat(browser().texts("#cases .count")).containsExactly("47 of 3000");
  }

  private List<Double> changes() {
    return browser().texts(ROWS + " td.change").stream()
        .map(text -> Double.valueOf(text.replaceAll("[▲▼+% ]", "")))
        .toList();
  }
}
