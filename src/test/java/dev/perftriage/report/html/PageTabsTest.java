package dev.perftriage.report.html;

import static dev.perftriage.Comparisons.comparison;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.JudgedComparison;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.TestResultComparison;
import dev.perftriage.report.CaseHistories;
import dev.perftriage.report.ComparisonReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The tables of several metrics and of runtime benchmarks, in a real browser. */
class PageTabsTest {

  private static final String ROWS = "#all tr.case";

  @TempDir private Path directory;

  @Test
  void eachMetricHasATabThatFiltersActOn() throws IOException {
    try (Browser browser = Browser.open(directory)) {
      browser.show(page(), directory.resolve("tabs.html"));
      assertThat(browser.texts("[role=tab]"))
          .containsExactly("instructions:u", "runtime by instructions:u", "max-rss");
      assertThat(browser.all("section.static")).allMatch(section -> !section.isDisplayed());

      browser.find("[role=tab]:nth-child(3)").click();
      assertThat(browser.address()).endsWith("#view=metric-1");
      assertThat(browser.texts(ROWS + " td.change")).containsExactly("▼ -10.00%");
      assertThat(browser.texts(ROWS + " td.p1")).containsExactly("195.31 MiB", "175.78 MiB");
      browser.find("#filter [name=q]").sendKeys("nothing");
      assertThat(browser.all(ROWS)).isEmpty();

      browser.find("#filter button[type=reset]").click();
      browser.find("[role=tab]:nth-child(3)").sendKeys(Keys.ARROW_LEFT);
      assertThat(browser.address()).endsWith("#view=runtime-0");
      assertThat(browser.texts(ROWS + " td.name")).containsExactly("nbody");
      assertThat(browser.texts("#live tbody th"))
          .containsExactly("▲ Regressions", "▼ Improvements", "▲▼ All");
    }
  }

  private static String page() {
    ArtifactComparison instructions =
        comparison()
            .primary(1000, 1020)
            .runtime("nbody", new TestResultComparison(100, 150, 0.01, 50, true))
            .build();
    ArtifactComparison memory = comparison().by("max-rss").primary(200_000, 180_000).build();
    return HtmlPage.render(
        Pages.ofComparison(
            new ComparisonReport(
                Stream.of(instructions, memory)
                    .map(facts -> JudgedComparison.of(facts, CaseFilter.ALL))
                    .toList(),
                Optional.empty(),
                true,
                "--runtime",
                List.of(),
                false),
            List.of(),
            CaseHistories.none("")));
  }
}
