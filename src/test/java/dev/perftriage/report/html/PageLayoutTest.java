package dev.perftriage.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.WebElement;

/** What the page looks like on screens and on paper, in a real browser. */
class PageLayoutTest extends OpenedPage {

  @Test
  void choicesThatDoNotFitInALineStandBesideTheirNameToo() {
    resize(1024);
    browser().run("document.getElementById('choices').style.width = '18rem'");

    assertThat(
            browser()
                .strings(
                    "const set = document.querySelector('#choices input[name=profile]').closest('fieldset');"
                        + "const end = set.querySelector('legend').getBoundingClientRect().right;"
                        + "const boxes = [...set.querySelectorAll('input')].map(box =>"
                        + " box.getBoundingClientRect());"
                        + "return [new Set(boxes.map(box => box.top)).size > 1,"
                        + " boxes.every(box => box.left >= end)]"))
        .containsExactly("true", "true");
  }

  @Test
  void darkSurroundingsTurnThePageDark() {
    assertThat(background()).isEqualTo("rgb(255, 255, 255)");
    dark(browser());
    assertThat(background()).isEqualTo("rgb(13, 17, 23)");
  }

  @ParameterizedTest
  @ValueSource(ints = {1440, 1024, 390})
  void nothingIsOutsideItsContainer(int width) {
    resize(width);
    unfoldEntries();
    browser().find(ROWS).click();

    assertThat((Long) browser().run("return document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(width);
    assertThat(
            browser()
                .strings(
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
    resize(width);
    browser().visit(Path.of("reports/2025/2025-11-03.html").toUri() + "#entry=pr-148202");
    browser().all("details").forEach(entry -> browser().run("arguments[0].open = true", entry));

    assertThat(
            browser()
                .strings(
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
    browser().show(large(), directory.resolve("large.html"));
    Object lineHeight = browser().run("return document.querySelector('#all tr.case').offsetHeight");
    assertThat(
            browser()
                .strings(
                    "return [...document.querySelectorAll('#all tr.case')].map(e => e.offsetHeight)"))
        .containsOnly(lineHeight.toString());
    assertThat(lineHeight).as("as high as the list reckons").isEqualTo(32L);

    browser().run("document.getElementById('table').scrollTop = 40000");
    browser().waitUntil(() -> !browser().texts(ROWS + " td.name").contains("crate-0"));
    assertThat(
            browser()
                .run(
                    "const head = document.querySelector('#all thead th').getBoundingClientRect();"
                        + "const box = document.getElementById('table').getBoundingClientRect();"
                        + "return Math.abs(head.top - box.top) < 3"))
        .isEqualTo(true);
  }

  @Test
  void aPhoneHasACardARow() {
    resize(390);

    assertThat(
            browser()
                .strings(
                    "return [...document.querySelector('#all tr.case').cells]"
                        + ".filter(c => c.offsetParent).map(c => c.className.split(' ')[0] === 'n'"
                        + " ? c.className.split(' ')[1] : c.className)"))
        .containsExactly("name", "change", "key", "factor");
    assertThat(browser().all("table.summary td").stream().filter(WebElement::isDisplayed))
        .allMatch(cell -> cell.getRect().getX() + cell.getRect().getWidth() <= 390);
  }

  @Test
  void printShowsEveryEntryAndNoControls() {
    browser().run("window.dispatchEvent(new Event('beforeprint'))");
    browser().command("Emulation.setEmulatedMedia", Map.of("media", "print"));

    assertThat(browser().all("details.entry:not([open])")).isEmpty();
    assertThat(browser().find("#filter").isDisplayed()).isFalse();
    assertThat(browser().find("#contents").isDisplayed()).isFalse();

    browser().run("window.dispatchEvent(new Event('afterprint'))");
    assertThat(browser().all("details.entry[open]")).isEmpty();
  }

  @Test
  void theSampleWeekPrintsOnTwelvePages() {
    browser().visit(Path.of("reports/2025/2025-11-03.html").toUri().toString());

    String pdf = new String(browser().pdf(), StandardCharsets.ISO_8859_1);
    assertThat(pdf.split("/Type /Page\\b", -1).length - 1).isPositive().isLessThanOrEqualTo(12);
  }

  @Test
  void theFirstPageOfPaperHasTheSummaryAndEveryHeadline() throws IOException {
    browser().visit(Path.of("reports/2025/2025-11-03.html").toUri().toString());
    List<String> titles = browser().texts("details.entry[id] > summary .title");
    assertThat(browser().texts("table.headlines th")).hasSize(17).isEqualTo(titles);
    assertThat(browser().find("table.headlines").isDisplayed()).isFalse();

    browser().run("window.dispatchEvent(new Event('beforeprint'))");
    browser()
        .command(
            "Emulation.setDeviceMetricsOverride",
            // A4 less the browser's margins of a centimetre, in pixels of 1/96 inch.
            Map.of("width", 717, "height", 1045, "deviceScaleFactor", 1, "mobile", false));
    browser().command("Emulation.setEmulatedMedia", Map.of("media", "print"));
    assertThat(browser().find("table.headlines").isDisplayed()).isTrue();
    assertThat(
            (Boolean)
                browser()
                    .run(
                        "const place = document.querySelector('table.headlines').getBoundingClientRect();"
                            + "return place.bottom + scrollY <= 1045 && place.right <= 717"))
        .isTrue();
  }

  @Test
  void axeFindsNoViolation() throws IOException {
    unfoldEntries();
    assertThat(violations(browser())).isEmpty();
    dark(browser());
    assertThat(violations(browser())).isEmpty();
  }

  private Object background() {
    return browser().run("return getComputedStyle(document.body).backgroundColor");
  }
}
