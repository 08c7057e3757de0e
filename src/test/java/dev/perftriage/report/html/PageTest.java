package dev.perftriage.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page in a real browser. */
class PageTest extends OpenedPage {

  @Test
  void nothingLeavesThePageAndTheConsoleIsQuiet() throws IOException {
    browser().console();
    browser().requests();
    browser().show(html(), file());
    browser().find("#filter [name=q]").sendKeys("serde");
    browser().all("details.entry summary").forEach(entry -> entry.sendKeys(Keys.SPACE));
    browser().find(ROWS).click();

    assertThat(browser().console()).isEmpty();
    assertThat(browser().requests())
        .isNotEmpty()
        .allMatch(
            url -> url.startsWith("file:") || url.startsWith("data:") || url.equals("about:blank"));
  }

  @Test
  void textFromOutsideStaysText() {
    assertThat(browser().run("return document.title")).isEqualTo("2025-11-03 Triage Log");
    assertThat(browser().texts("details.entry .title")).contains(HOSTILE);
    assertThat(browser().texts(ROWS + " td.name")).contains(HOSTILE);
    assertThat(browser().all("img")).isEmpty();
    assertThat(browser().all("script")).hasSize(2);
    assertThat(browser().run("return document.querySelector('script').type"))
        .as("the first one holds data")
        .isEqualTo("application/json");
  }

  @Test
  void aScriptThatIsNotOursDoesNotRun() throws IOException {
    String tampered = html().replace("</main>", "<script>document.title = 'owned'</script></main>");
    browser().show(tampered, directory.resolve("tampered.html"));

    assertThat(browser().run("return document.title")).isEqualTo("2025-11-03 Triage Log");
    browser()
        .waitUntil(
            () -> String.join("\n", browser().console()).contains("Content Security Policy"));
  }

  @Test
  void entriesFoldAndTheirAddressOpensThem() {
    WebElement entry = browser().find("details.entry");
    assertThat(entry.getDomAttribute("open")).isNull();
    browser().find("details.entry summary").sendKeys(Keys.SPACE);
    assertThat(entry.getDomAttribute("open")).isNotNull();
    assertThat(browser().find("details.entry table.cases").isDisplayed()).isTrue();

    browser().visit(file().toUri() + "#pr-12");
    assertThat(browser().find("#pr-12").getDomAttribute("open")).isNotNull();
    assertThat(browser().all("details.entry[open]")).hasSize(1);
  }

  @Test
  void aLinkToAnEntryKeepsTheFilters() {
    browser().find("#filter [name=q]").sendKeys("serde");
    int rows = browser().all(ROWS).size();
    browser().find("#pr-12 summary").sendKeys(Keys.SPACE);
    browser().find("#pr-12 .links a[href='#pr-12']").click();

    assertThat(browser().address()).endsWith("#q=serde&entry=pr-12");
    assertThat(browser().all(ROWS)).hasSize(rows);
    browser().visit(browser().address());
    assertThat(browser().all(ROWS)).hasSize(rows);
    assertThat(browser().find("#pr-12").getDomAttribute("open")).isNotNull();
  }

  @Test
  void previousAndNextLeadFromEntryToEntry() {
    browser().find("#pr-12 summary").sendKeys(Keys.SPACE);
    List<WebElement> steps = browser().all("#pr-12 .links .steps");
    steps.get(1).click();

    assertThat(browser().find("#pr-13").getDomAttribute("open")).isNotNull();
    assertThat(browser().find("#pr-13 .links .steps:last-child").getDomAttribute("href"))
        .isEqualTo("#pr-12");
  }

  @Test
  void theAnswerComesFirstAndTheContentsStay() {
    assertThat(
            browser()
                .strings(
                    "return [...document.querySelectorAll('h2')].filter(h => h.offsetParent)"
                        + ".sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)"
                        + ".map(h => h.id)"))
        .containsExactly(
            "summary", "regressions", "improvements", "mixed", "cases", "charts", "untriaged");
    browser().run("scrollTo(0, document.body.scrollHeight)");
    assertThat(
            browser().run("return document.getElementById('contents').getBoundingClientRect().top"))
        .isEqualTo(0L);

    browser().find("#contents a[href='#cases']").click();
    assertThat(browser().address()).as("filters stay").doesNotContain("#cases");
    browser()
        .waitUntil(
            () ->
                Boolean.TRUE.equals(
                    browser()
                        .run(
                            "const top = document.getElementById('cases').getBoundingClientRect().top;"
                                + "return top >= 0 && top < 100")));
  }

  @Test
  void withoutScriptsEverythingCanBeRead() throws IOException {
    String scriptless = html().replaceAll("(?s)<script>.*</script>", "");
    browser().show(scriptless, directory.resolve("scriptless.html"));

    assertThat(browser().find(".static table.cases").isDisplayed()).isTrue();
    assertThat(browser().texts(".static table.cases td.name")).contains("hyper", HOSTILE);
    assertThat(browser().find("#filter").isDisplayed()).isFalse();
    browser().find("details.entry summary").click();
    assertThat(browser().find("details.entry table.cases").isDisplayed()).isTrue();
  }
}
