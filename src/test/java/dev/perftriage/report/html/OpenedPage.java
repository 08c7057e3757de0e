package dev.perftriage.report.html;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.CumulativeChange;
import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.analysis.ListedThresholds;
import dev.perftriage.analysis.unexplained.Unexplained;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Category;
import dev.perftriage.model.PullRequest;
import dev.perftriage.model.Sha;
import dev.perftriage.model.TestCase;
import dev.perftriage.model.TestResultComparison;
import dev.perftriage.report.CaseHistories;
import dev.perftriage.report.ComparisonReport;
import dev.perftriage.report.Figure;
import dev.perftriage.report.TriageReport;
import dev.perftriage.report.chart.Chart;
import dev.perftriage.report.chart.Charts;
import dev.perftriage.report.chart.Timeline;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A page in a real browser, opened anew for each test. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class OpenedPage {

  static final String HOSTILE =
      "</title></script><script>document.title='owned'</script><img src=x onerror=alert(1)>"
          + " \" ' & | 性能";

  static final String ROWS = "#all tr.case";

  Path directory = Path.of("");
  private @Nullable Browser opened;
  private String html = "";

  @BeforeAll
  void openBrowser(@TempDir Path folder) throws IOException {
    directory = folder;
    opened = Browser.open(folder);
    html = HtmlPage.render(page());
  }

  @AfterAll
  void closeBrowser() {
    // Where there is no browser, there is none to close.
    if (opened != null) {
      opened.close();
    }
  }

  @BeforeEach
  void openPage() throws IOException {
    browser().command("Emulation.setEmulatedMedia", Map.of("media", "", "features", List.of()));
    browser().command("Emulation.clearDeviceMetricsOverride", Map.of());
    browser().command("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    browser().show(html, file());
  }

  Browser browser() {
    return Objects.requireNonNull(opened);
  }

  String html() {
    return html;
  }

  /** The file that is shown. */
  Path file() {
    return directory.resolve("page.html");
  }

  /** A screen of another size, that of a phone if it is narrow. */
  void resize(int width) {
    browser()
        .command(
            "Emulation.setDeviceMetricsOverride",
            Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 600));
  }

  void unfoldEntries() {
    browser()
        .all("details.entry")
        .forEach(entry -> browser().run("arguments[0].open = true", entry));
  }

  static void dark(Browser browser) {
    browser.command(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
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
                        Timeline.of(
                            report,
                            new CumulativeChange(3, List.of(0.01, -0.03)),
                            Optional.empty()))))
            .map(Chart::figure)
            .toList();
    return Pages.ofReport(
        report,
        Optional.empty(),
        figures,
        List.of(ComparableTestCases.of(whole())),
        new ListedThresholds(),
        false);
  }

  static TriageReport report() {
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

  static ComparisonSummary summary(ArtifactComparison comparison) {
    return ComparisonSummary.of(comparison, TestCase.DEFAULT_TARGET);
  }

  /** Means and ends of ranges are ties that round to even: 0.25 % and 0.75 %. */
  static ArtifactComparison whole() {
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
  static String large() {
    Comparisons comparison = Comparisons.comparison();
    for (int i = 0; i < 3000; i++) {
      add(comparison, "crate-" + i, "check", Category.PRIMARY, 1000, 2000 - i * 0.25);
    }
    return of(comparison.build(), List.of(), CaseHistories.none(""));
  }

  /** The page of a comparison. */
  static String of(ArtifactComparison comparison, List<Figure> figures, CaseHistories histories) {
    ComparisonReport report =
        new ComparisonReport(
            List.of(JudgedComparison.of(comparison, CaseFilter.ALL)),
            Optional.empty(),
            false,
            "--runtime",
            List.of(),
            false);
    return HtmlPage.render(Pages.ofComparison(report, figures, histories));
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
