package dev.perftriage.report.html;

import static dev.perftriage.Comparisons.comparison;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.report.CaseHistories;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/** What a page does with infinite changes, in a real browser. */
class FromZeroPageTest {

  @TempDir private static Path directory;
  private static Browser browser;

  @BeforeAll
  static void openPage() throws IOException {
    browser = Browser.open(directory);
    ArtifactComparison comparison =
        comparison().primary(1000, 1010).primary(0, 5).primary(1000, 1030).secondary(0, 5).build();
    browser.show(
        OpenedPage.of(comparison, List.of(), CaseHistories.none("")),
        directory.resolve("page.html"));
  }

  @AfterAll
  static void closeBrowser() {
    // Where there is no browser, there is none to close.
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void theLiveSummaryCountsThemAndLeavesThemOutOfMeanAndRange() {
    assertThat(browser.texts("#live td").subList(1, 16))
        .containsExactly(
            "2.0%",
            "[1.0%, 3.0%]",
            "3",
            "-",
            "-",
            "1",
            "-",
            "-",
            "0",
            "-",
            "-",
            "0",
            "2.0%",
            "[1.0%, 3.0%]",
            "3");
    assertThat(browser.texts("#live td").subList(1, 16))
        .as("the same as in the table that the program wrote")
        .isEqualTo(browser.texts("table.summary td").subList(0, 15));
  }

  @Test
  void theyAreTheLargestWhereChangesAreSorted() {
    WebElement change = browser.find("#all thead th.change button");
    change.click();
    assertThat(browser.texts("#all tr.case td.change"))
        .containsExactly("▲ +∞%", "▲ +∞%", "▲ +3.00%", "▲ +1.00%");
    browser.find("#all thead th.change button").click();
    assertThat(browser.texts("#all tr.case td.change"))
        .containsExactly("▲ +1.00%", "▲ +3.00%", "▲ +∞%", "▲ +∞%");
    assertThat(browser.texts("#all tr.case td.factor")).endsWith("∞x", "∞x");
  }
}
