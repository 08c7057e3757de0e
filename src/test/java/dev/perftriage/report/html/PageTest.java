package dev.perftriage.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.CumulativeChange;
import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.analysis.unexplained.Unexplained;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Category;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import dev.perftriage.report.ComparisonReport;
import dev.perftriage.report.Figure;
import dev.perftriage.report.SummaryRow;
import dev.perftriage.report.TriageReport;
import dev.perftriage.report.chart.Chart;
import dev.perftriage.report.chart.Charts;
import dev.perftriage.report.chart.Timeline;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page in a real browser. */
class PageTest {

  private static final String HOSTILE =
      "</title></script><script>document.title='owned'</script><img src=x onerror=alert(1)>"
          + " \" ' & | 性能";
  private static final String VISIBLE = "#all tr.case";

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
    browser.command("Emulation.setEmulatedMedia", Map.of("media", "", "features", List.of()));
    browser.command("Emulation.clearDeviceMetricsOverride", Map.of());
    browser.command("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    browser.show(html, directory.resolve("page.html"));
  }

  @Test
  void nothingLeavesThePageAndTheConsoleIsQuiet() throws IOException {
    browser.console();
    browser.requests();
    browser.show(html, directory.resolve("page.html"));
    browser.find("#filter [name=q]").sendKeys("serde");
    browser.all("details.entry summary").forEach(entry -> entry.sendKeys(Keys.SPACE));
    browser.find(VISIBLE).click();

    assertThat(browser.console()).isEmpty();
    assertThat(browser.requests())
        .isNotEmpty()
        .allMatch(
            url -> url.startsWith("file:") || url.startsWith("data:") || url.equals("about:blank"));
  }

  @Test
  void textFromOutsideStaysText() {
    assertThat(browser.run("return document.title")).isEqualTo("2025-11-03 Triage Log");
    assertThat(browser.texts("details.entry .title")).contains(HOSTILE);
    assertThat(browser.texts(VISIBLE + " td.name")).contains(HOSTILE);
    assertThat(browser.all("img")).isEmpty();
    assertThat(browser.all("script")).hasSize(2);
    assertThat(browser.run("return document.querySelector('script').type"))
        .as("the first one holds data")
        .isEqualTo("application/json");
  }

  @Test
  void aScriptThatIsNotOursDoesNotRun() throws IOException {
    String tampered = html.replace("</main>", "<script>document.title = 'owned'</script></main>");
    browser.show(tampered, directory.resolve("tampered.html"));

    assertThat(browser.run("return document.title")).isEqualTo("2025-11-03 Triage Log");
    browser.waitUntil(
        () -> String.join("\n", browser.console()).contains("Content Security Policy"));
  }

  @Test
  void columnsSortBySignedNumberAndByName() {
    browser.find("#all thead th.change button").click();
    assertThat(changes()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    browser.find("#all thead th.change button").click();
    assertThat(changes()).isSorted();
    assertThat(browser.find("#all thead th.change").getDomAttribute("aria-sort"))
        .isEqualTo("ascending");

    browser.find("#all thead th.name button").sendKeys(Keys.ENTER);
    assertThat(browser.texts(VISIBLE + " td.name")).isSorted();
    assertThat(browser.address()).endsWith("#sort=benchmark");
  }

  @Test
  void filtersNarrowTheTableAndTheSummaryFollows() {
    int all = browser.all(VISIBLE).size();
    browser.find("#choices [name=direction][value=regression]").click();

    assertThat(browser.all(VISIBLE).size()).isLessThan(all).isPositive();
    assertThat(changes()).allMatch(change -> change > 0);
    assertThat(browser.texts("#live td.n").subList(6, 9)).containsExactly("-", "-", "0");
    assertThat(browser.address()).endsWith("#direction=regression");

    browser.find("#filter [name=q]").sendKeys("serde CHECK");
    assertThat(browser.texts(VISIBLE + " td.name"))
        .isNotEmpty()
        .allMatch(name -> name.contains("serde"));
    assertThat(browser.address()).endsWith("#q=serde+CHECK&direction=regression");

    browser.find("#filter button[type=reset]").click();
    browser.waitUntil(() -> browser.all(VISIBLE).size() == all);
    assertThat(browser.address()).doesNotContain("#");
  }

  @Test
  void severalValuesOfOneFilterAreShownTogether() {
    browser.find("#choices [name=profile][value=check]").click();
    int checks = browser.all(VISIBLE).size();
    browser.find("#choices [name=profile][value=opt]").click();

    assertThat(browser.all(VISIBLE)).hasSize(checks + 1);
    assertThat(browser.address()).endsWith("#profile=check&profile=opt");
  }

  @Test
  void backUndoesAChoiceButNotEveryLetter() {
    browser.find("#choices [name=profile][value=check]").click();
    browser.find("#filter [name=q]").sendKeys("serde");
    browser.find("#choices [name=category][value=primary]").click();
    assertThat(browser.address()).endsWith("#q=serde&profile=check&category=primary");

    browser.run("history.back()");
    browser.waitUntil(() -> browser.address().endsWith("#q=serde&profile=check"));
    assertThat(browser.find("[name=q]").getDomProperty("value")).isEqualTo("serde");
    browser.run("history.back()");
    browser.waitUntil(() -> !browser.address().contains("#"));
    assertThat(browser.find("[name=q]").getDomProperty("value")).isEmpty();
    assertThat(browser.all("#choices input:checked")).isEmpty();
  }

  @Test
  void whatAllTestCasesHaveInCommonIsSaidOnce() {
    assertThat(browser.texts("#constants"))
        .containsExactly("All: scenario full, backend llvm, target x86_64-unknown-linux-gnu.");
    assertThat(browser.texts("#all thead th button"))
        .containsExactly(
            "benchmark", "change", "profile", "category", "factor", "threshold", "before", "after");
  }

  @Test
  void testCasesThatAreNotRelevantAreShownOnDemandOnly() {
    int relevant = browser.all(VISIBLE).size();
    browser.find("[name=all]").click();

    assertThat(browser.all(VISIBLE)).hasSize(relevant + 1);
    assertThat(browser.texts("#all tr.quiet td.name")).containsExactly("quiet");
    assertThat(browser.address()).endsWith("#all=1");
    assertThat(browser.texts("#live td.n").get(14)).as("they are in no summary").isEqualTo("4");
  }

  @Test
  void aThresholdAndAllDigitsAreAtHand() {
    browser.find("#filter [name=q]").sendKeys("hyper");
    assertThat(browser.texts(VISIBLE + " td.p2")).contains("0.08%");
    assertThat(browser.texts(VISIBLE + " td.p1")).containsExactly("4,000", "3,871");
    browser.find("[name=raw]").click();
    assertThat(browser.texts(VISIBLE + " td.p1")).containsExactly("4,000", "3871.3");
  }

  @Test
  void theSummaryOfEverythingIsTheReportsToTheLastDigit() {
    List<String> expected = new ArrayList<>();
    for (SummaryRow row : SummaryRow.of(summary(whole()))) {
      expected.addAll(List.of(row.mean(), row.range(), row.count()));
    }

    assertThat(browser.texts("#live tbody td")).isEqualTo(expected);
    assertThat(browser.texts("section[aria-labelledby=summary] td")).isEqualTo(expected);
  }

  @Test
  void anAddressBringsBackItsView() {
    browser.visit(
        directory.resolve("page.html").toUri() + "#q=serde&category=secondary&sort=-change");

    assertThat(browser.texts(VISIBLE + " td.name")).containsOnly("serde_derive-1.0.219");
    assertThat(browser.find("[name=q]").getDomProperty("value")).isEqualTo("serde");
    assertThat(changes()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @Test
  void entriesFoldAndTheirAddressOpensThem() {
    WebElement entry = browser.find("details.entry");
    assertThat(entry.getDomAttribute("open")).isNull();
    browser.find("details.entry summary").sendKeys(Keys.SPACE);
    assertThat(entry.getDomAttribute("open")).isNotNull();
    assertThat(browser.find("details.entry table.cases").isDisplayed()).isTrue();

    browser.visit(directory.resolve("page.html").toUri() + "#pr-12");
    assertThat(browser.find("#pr-12").getDomAttribute("open")).isNotNull();
    assertThat(browser.all("details.entry[open]")).hasSize(1);
  }

  @Test
  void aLinkToAnEntryKeepsTheFilters() {
    browser.find("#filter [name=q]").sendKeys("serde");
    int rows = browser.all(VISIBLE).size();
    browser.find("#pr-12 summary").sendKeys(Keys.SPACE);
    browser.find("#pr-12 .links a[href='#pr-12']").click();

    assertThat(browser.address()).endsWith("#q=serde&entry=pr-12");
    assertThat(browser.all(VISIBLE)).hasSize(rows);
    browser.visit(browser.address());
    assertThat(browser.all(VISIBLE)).hasSize(rows);
    assertThat(browser.find("#pr-12").getDomAttribute("open")).isNotNull();
  }

  @Test
  void previousAndNextLeadFromEntryToEntry() {
    browser.find("#pr-12 summary").sendKeys(Keys.SPACE);
    List<WebElement> steps = browser.all("#pr-12 .links .steps");
    steps.get(1).click();

    assertThat(browser.find("#pr-13").getDomAttribute("open")).isNotNull();
    assertThat(browser.find("#pr-13 .links .steps:last-child").getDomAttribute("href"))
        .isEqualTo("#pr-12");
  }

  @Test
  void theAnswerComesFirstAndTheContentsStay() {
    assertThat(
            browser.strings(
                "return [...document.querySelectorAll('h2')].filter(h => h.offsetParent)"
                    + ".sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)"
                    + ".map(h => h.id)"))
        .containsExactly(
            "summary", "regressions", "improvements", "mixed", "cases", "charts", "untriaged");
    browser.run("scrollTo(0, document.body.scrollHeight)");
    assertThat(
            browser.run("return document.getElementById('contents').getBoundingClientRect().top"))
        .isEqualTo(0L);

    browser.find("#contents a[href='#cases']").click();
    assertThat(browser.address()).as("filters stay").doesNotContain("#cases");
    browser.waitUntil(
        () ->
            Boolean.TRUE.equals(
                browser.run(
                    "const top = document.getElementById('cases').getBoundingClientRect().top;"
                        + "return top >= 0 && top < 100")));
  }

  @Test
  void theShownRowsAreDownloadedAsCsvWithAllTheirDigits() throws Exception {
    browser.find("#filter [name=q]").sendKeys("owned");
    browser.find("#csv").click();
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
    browser.run(
        "navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve();"
            + " }");
    browser.find("#filter [name=q]").sendKeys("serde_derive");
    browser.find("#copy").click();

    assertThat(browser.run("return window.copied").toString())
        .startsWith("| benchmark | profile |")
        .contains("| serde\\_derive-1.0.219 | ");
  }

  @Test
  void chartsShowTheirValuesAsTooltips() {
    assertThat(browser.texts("#largest-changes svg title"))
        .anyMatch(tooltip -> tooltip.startsWith("serde-1.0.219 check full (primary): +"));
    assertThat(browser.all("figure .wide svg[role=img]")).hasSize(4);
  }

  @Test
  void aChartWithNothingToShowIsASentence() {
    assertThat(browser.find("#timeline").getText())
        .isEqualTo(
            "No primary test case is comparable at each of 2 merges, so there is no timeline.");
  }

  @Test
  void chartsFollowTheThemeAndTheWidth() {
    String ground =
        "return getComputedStyle(document.querySelector('#largest-changes .wide svg rect')).fill";
    String shown =
        "return [...document.querySelectorAll('#largest-changes svg')].filter(svg =>"
            + " svg.checkVisibility()).map(svg => svg.getAttribute('width'))";
    assertThat(browser.run(ground)).isEqualTo("rgb(255, 255, 255)");
    assertThat(browser.strings(shown)).containsExactly("800");

    dark();
    browser.command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 390, "height", 740, "deviceScaleFactor", 2, "mobile", true));

    assertThat(browser.run(ground)).isEqualTo("rgb(13, 17, 23)");
    assertThat(browser.strings(shown)).containsExactly("360");
  }

  @Test
  void darkSurroundingsTurnThePageDark() {
    assertThat(background()).isEqualTo("rgb(255, 255, 255)");
    dark();
    assertThat(background()).isEqualTo("rgb(13, 17, 23)");
  }

  @ParameterizedTest
  @ValueSource(ints = {1440, 1024, 390})
  void nothingIsOutsideItsContainer(int width) {
    browser.command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 600));
    browser.all("details.entry").forEach(entry -> browser.run("arguments[0].open = true", entry));
    browser.find(VISIBLE).click();

    assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(width);
    assertThat(
            browser.strings(
                "return [...document.querySelectorAll('.wide, #table, table, td, th, figure')]"
                    + ".filter(e => e.offsetParent && !e.closest('tr.sizer'))"
                    + ".filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0"
                    + " || e.getBoundingClientRect().right"
                    + " > document.documentElement.clientWidth)"
                    + ".filter(e => !e.textContent.includes('onerror'))"
                    + ".map(e => e.outerHTML.slice(0, 150))"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1440, 1024, 390})
  void theSampleWeekFits(int width) {
    browser.command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 600));
    browser.visit(Path.of("reports/2025/2025-11-03.html").toUri() + "#entry=pr-148202");
    browser.all("details").forEach(entry -> browser.run("arguments[0].open = true", entry));

    assertThat(
            browser.strings(
                "return [...document.querySelectorAll('nav, section, .wide, table, td, th, p, li, dd,"
                    + " summary')].filter(e => e.offsetParent && !e.closest('tr.sizer'))"
                    + ".filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0"
                    + " || e.getBoundingClientRect().right >"
                    + " document.documentElement.clientWidth + 0.5)"
                    + ".map(e => e.outerHTML.slice(0, 150))"))
        .isEmpty();
  }

  @Test
  void namesAreNotBrokenAndTheHeadStays() throws IOException {
    browser.show(large(), directory.resolve("large.html"));
    Object lineHeight = browser.run("return document.querySelector('#all tr.case').offsetHeight");
    assertThat(
            browser.strings(
                "return [...document.querySelectorAll('#all tr.case')].map(e => e.offsetHeight)"))
        .containsOnly(lineHeight.toString());
    assertThat(lineHeight).as("as high as the list reckons").isEqualTo(32L);

    browser.run("document.getElementById('table').scrollTop = 40000");
    browser.waitUntil(() -> !browser.texts(VISIBLE + " td.name").contains("crate-0"));
    assertThat(
            browser.run(
                "const head = document.querySelector('#all thead th').getBoundingClientRect();"
                    + "const box = document.getElementById('table').getBoundingClientRect();"
                    + "return Math.abs(head.top - box.top) < 3"))
        .isEqualTo(true);
  }

  @Test
  void aPhoneHasACardARow() {
    browser.command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 390, "height", 740, "deviceScaleFactor", 2, "mobile", true));

    assertThat(
            browser.strings(
                "return [...document.querySelector('#all tr.case').cells]"
                    + ".filter(c => c.offsetParent).map(c => c.className.split(' ')[0] === 'n'"
                    + " ? c.className.split(' ')[1] : c.className)"))
        .containsExactly("name", "change", "key", "factor");
    assertThat(browser.all("table.summary td").stream().filter(WebElement::isDisplayed))
        .allMatch(cell -> cell.getRect().getX() + cell.getRect().getWidth() <= 390);
  }

  @Test
  void onlyTheRowsInSightAreInTheDocument() throws IOException {
    browser.show(large(), directory.resolve("large.html"));
    assertThat(browser.texts("#cases .count")).containsExactly("3000");
    assertThat(browser.all(VISIBLE)).hasSizeLessThan(80);

    browser.run("document.getElementById('table').scrollTop = 1e7");
    browser.waitUntil(() -> browser.texts(VISIBLE + " td.name").contains("crate-2999"));
    assertThat(browser.all(VISIBLE)).hasSizeLessThan(80);

    browser.find("#filter [name=q]").sendKeys("crate-1234");
    assertThat(browser.texts(VISIBLE + " td.name")).containsExactly("crate-1234");
  }

  @Test
  void printShowsEveryEntryAndNoControls() {
    browser.run("window.dispatchEvent(new Event('beforeprint'))");
    browser.command("Emulation.setEmulatedMedia", Map.of("media", "print"));

    assertThat(browser.all("details.entry:not([open])")).isEmpty();
    assertThat(browser.find("#filter").isDisplayed()).isFalse();
    assertThat(browser.find("#contents").isDisplayed()).isFalse();

    browser.run("window.dispatchEvent(new Event('afterprint'))");
    assertThat(browser.all("details.entry[open]")).isEmpty();
  }

  @Test
  void theSampleWeekPrintsOnTwelvePages() {
    browser.visit(Path.of("reports/2025/2025-11-03.html").toUri().toString());

    String pdf = new String(browser.pdf(), StandardCharsets.ISO_8859_1);
    assertThat(pdf.split("/Type /Page\\b", -1).length - 1).isPositive().isLessThanOrEqualTo(12);
  }

  @Test
  void aCellOfTheHeatMapSelectsItsTestCase() {
    int all = browser.all(VISIBLE).size();
    String cell =
        "[...document.querySelectorAll('#heat-map .mark')].find(m => m.textContent.startsWith('hyper"
            + " doc full')).dispatchEvent(new MouseEvent('click', {bubbles: true}))";
    browser.run(cell);

    assertThat(browser.texts(VISIBLE + " td.name")).containsExactly("hyper");
    assertThat(browser.address()).endsWith("#benchmark=hyper&profile=doc&scenario=full");
    assertThat(browser.texts("#contents a[href=\"#cases\"]")).containsExactly("Test cases 1 of 7");
    browser.waitUntil(
        () ->
            browser.texts("#largest-changes.choosing .chosen title").stream()
                .allMatch(title -> title.startsWith("hyper doc full")));

    browser.run(cell);
    assertThat(browser.all(VISIBLE)).hasSize(all);
  }

  @Test
  void aMergeOfTheTimelineSelectsItsTestCases() {
    browser.run(
        "[...document.querySelectorAll('#timeline .mark')].find(m => m.textContent.startsWith('#13"
            + " ')).dispatchEvent(new MouseEvent('click', {bubbles: true}))");

    assertThat(browser.address()).endsWith("#view=pr-13&entry=pr-13");
    assertThat(browser.texts(VISIBLE + " td.change")).containsExactly("▼ -4.00%", "▲ +1.00%");
    assertThat(browser.find("#pr-13").getDomAttribute("open")).isNotNull();
  }

  @Test
  void aBoxAroundPointsSelectsTheirTestCases() {
    int all = browser.all(VISIBLE).size();
    browser.run(
        "const svg = document.querySelector('#change-against-significance svg');"
            + "svg.scrollIntoView(); const at = svg.getBoundingClientRect();"
            + "const middle = [...svg.querySelectorAll('.mark')].find(m =>"
            + " m.textContent.startsWith('hyper')).getBoundingClientRect();"
            + "const send = (target, type, x, y) => target.dispatchEvent(new PointerEvent(type,"
            + " {clientX: x, clientY: y, button: 0, bubbles: true}));"
            + "send(svg, 'pointerdown', middle.left - 5, middle.top - 5);"
            + "send(svg, 'pointermove', middle.right + 5, middle.bottom + 5);"
            + "send(svg, 'pointerup', middle.right + 5, middle.bottom + 5);");

    assertThat(browser.texts(VISIBLE + " td.name")).containsExactly("hyper");
    assertThat(browser.address()).contains("#range=change%3A-0.03").contains("&range=factor%3A");
    browser.visit(browser.address());
    assertThat(browser.texts(VISIBLE + " td.name")).containsExactly("hyper");

    browser.find("#choices [name=range][value=change]").click();
    browser.find("#choices [name=range][value=factor]").click();
    assertThat(browser.all(VISIBLE)).hasSize(all);
  }

  @Test
  void withoutScriptsEverythingCanBeRead() throws IOException {
    String scriptless = html.replaceAll("(?s)<script>.*</script>", "");
    browser.show(scriptless, directory.resolve("scriptless.html"));

    assertThat(browser.find(".static table.cases").isDisplayed()).isTrue();
    assertThat(browser.texts(".static table.cases td.name")).contains("hyper", HOSTILE);
    assertThat(browser.find("#filter").isDisplayed()).isFalse();
    browser.find("details.entry summary").click();
    assertThat(browser.find("details.entry table.cases").isDisplayed()).isTrue();
  }

  @Test
  void axeFindsNoViolation() throws IOException {
    browser.all("details.entry").forEach(entry -> browser.run("arguments[0].open = true", entry));
    assertThat(violations()).isEmpty();
    dark();
    assertThat(violations()).isEmpty();
  }

  private List<Double> changes() {
    return browser.texts(VISIBLE + " td.change").stream()
        .map(text -> Double.valueOf(text.replaceAll("[▲▼+% ]", "")))
        .toList();
  }

  private Object background() {
    return browser.run("return getComputedStyle(document.body).backgroundColor");
  }

  private static void dark() {
    dark(browser);
  }

  static void dark(Browser browser) {
    browser.command(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
  }

  private static List<String> violations() throws IOException {
    return violations(browser);
  }

  static List<String> violations(Browser browser) throws IOException {
    try (InputStream axe =
        Objects.requireNonNull(
            PageTest.class.getResourceAsStream(
                "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js"))) {
      browser.run(new String(axe.readAllBytes(), StandardCharsets.UTF_8) + ";window.axe = axe;");
    }
    Object found =
        browser.runAsync(
            "const done = arguments[arguments.length - 1];axe.run().then(r =>"
                + " done(r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0,"
                + " 200)).join(' | '))), e => done([String(e)]))");
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }

  private static Page page() {
    TriageReport report = report();
    List<Figure> figures =
        Stream.concat(
                Charts.ofWeek(ComparableTestCases.of(whole()), report.wholes()),
                Stream.of(
                    Charts.ofTimeline(
                        Timeline.of(report, new CumulativeChange(0, List.of()), Optional.empty()))))
            .map(Chart::figure)
            .toList();
    return Pages.ofReport(
        report, Optional.empty(), figures, List.of(ComparableTestCases.of(whole())), false);
  }

  private static TriageReport report() {
    ComparisonSummary worse =
        summary(
            Comparisons.comparison()
                .between(
                    Comparisons.artifact(new Sha("a".repeat(40)), 11),
                    Comparisons.artifact(new Sha("b".repeat(40)), 12))
                .primary(1000, 1030)
                .primary(1000, 1020)
                .build());
    ComparisonSummary better =
        summary(
            Comparisons.comparison()
                .between(
                    Comparisons.artifact(new Sha("b".repeat(40)), 12),
                    Comparisons.artifact(new Sha("c".repeat(40)), 13))
                .primary(1000, 960)
                .secondary(1000, 1010)
                .build());
    return new TriageReport(
        Comparisons.week(summary(whole()), List.of(worse, better)),
        List.of(),
        List.of(),
        Unexplained.NONE,
        Map.of(12, HOSTILE, 13, "Rollup of 7 pull requests"),
        Optional.of(List.of(new PullRequest(99, HOSTILE, "", List.of(), null))),
        LocalDate.of(2025, 11, 3),
        "ferris");
  }

  private static ComparisonSummary summary(ArtifactComparison comparison) {
    return ComparisonSummary.of(comparison, TestCase.DEFAULT_TARGET);
  }

  /** Means and ends of ranges are ties that round to even: 0.25 % and 0.75 %. */
  private static ArtifactComparison whole() {
    Comparisons comparison = Comparisons.comparison();
    add(comparison, "serde-1.0.219", "check", Category.PRIMARY, 4000, 4030);
    add(comparison, "serde-1.0.219", "opt", Category.PRIMARY, 4000, 4010);
    add(comparison, "serde_derive-1.0.219", "debug", Category.SECONDARY, 4000, 3950);
    add(comparison, "serde_derive-1.0.219", "check", Category.SECONDARY, 4000, 4090);
    add(comparison, "regex", "doc", Category.PRIMARY, 4000, 3990);
    add(comparison, "hyper", "doc", Category.PRIMARY, 4000, 3871.3);
    add(comparison, "quiet", "check", Category.PRIMARY, 4000, 4001);
    add(comparison, HOSTILE, "check", Category.SECONDARY, 1000, 1012.5);
    return comparison.build();
  }

  /** A page of 3,000 test cases. */
  private static String large() {
    Comparisons comparison = Comparisons.comparison();
    for (int i = 0; i < 3000; i++) {
      add(comparison, "crate-" + i, "check", Category.PRIMARY, 1000, 2000 - i * 0.25);
    }
    ComparisonReport report =
        new ComparisonReport(
            List.of(JudgedComparison.of(comparison.build(), CaseFilter.ALL)),
            Optional.empty(),
            false,
            "--runtime",
            List.of(),
            false);
    return HtmlPage.render(Pages.ofComparison(report, List.of()));
  }

  private static void add(
      Comparisons comparison,
      String benchmark,
      String profile,
      Category category,
      double before,
      double after) {
    comparison.add(
        new TestCase(benchmark, profile, "full", TestCase.DEFAULT_BACKEND, TestCase.DEFAULT_TARGET),
        category,
        new TestResultComparison(
            before, after, 0.0008, Math.abs(after - before) / before / 0.002, true));
  }
}
