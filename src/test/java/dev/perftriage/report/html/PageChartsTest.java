package dev.perftriage.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.analysis.ListedThresholds;
import dev.perftriage.model.TestCase;
import dev.perftriage.report.CaseHistories;
import dev.perftriage.report.Figure;
import dev.perftriage.report.chart.Chart;
import dev.perftriage.report.chart.Charts;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What charts choose, in a real browser. */
class PageChartsTest extends OpenedPage {

  @Test
  void chartsShowTheirValuesAsTooltips() {
    assertThat(browser().texts("#largest-changes svg title"))
        .anyMatch(tooltip -> tooltip.startsWith("serde-1.0.219 check full (primary): +"));
    assertThat(browser().all("figure .wide svg[role=img]")).hasSize(5);
    assertThat(browser().texts("#largest-changes .narrow svg title"))
        .as("a narrow window has them, too")
        .isEqualTo(browser().texts("#largest-changes .wide svg title"));
  }

  @Test
  void aChartWithNothingToShowIsASentence() {
    Figure empty = new Figure("timeline", "No timeline", "", "There is <nothing>.", "", "");

    assertThat(
            HtmlPage.render(
                Pages.ofReport(
                    report(),
                    Optional.empty(),
                    List.of(empty),
                    List.of(),
                    new ListedThresholds(),
                    false)))
        .contains("<p id=\"timeline\">There is &lt;nothing&gt;.</p>")
        .doesNotContain("<figure");
  }

  @Test
  void chartsFollowTheThemeAndTheWidth() {
    String ground =
        "return getComputedStyle(document.querySelector('#largest-changes .wide svg rect')).fill";
    String shown =
        "return [...document.querySelectorAll('#largest-changes svg')].filter(svg =>"
            + " svg.checkVisibility()).map(svg => svg.getAttribute('width'))";
    assertThat(browser().run(ground)).isEqualTo("rgb(255, 255, 255)");
    assertThat(browser().strings(shown)).containsExactly("800");

    dark(browser());
    browser()
        .command(
            "Emulation.setDeviceMetricsOverride",
            Map.of("width", 390, "height", 740, "deviceScaleFactor", 2, "mobile", true));

    assertThat(browser().run(ground)).isEqualTo("rgb(13, 17, 23)");
    assertThat(browser().strings(shown)).containsExactly("360");
  }

  @Test
  void aCellOfTheHeatMapSelectsItsTestCase() {
    int all = browser().all(ROWS).size();
    String cell =
        "[...document.querySelectorAll('#heat-map .mark')].find(m => m.textContent.startsWith('hyper"
            + " doc full')).dispatchEvent(new MouseEvent('click', {bubbles: true}))";
    browser().run(cell);

    assertThat(browser().texts(ROWS + " td.name")).containsExactly("hyper");
    assertThat(browser().address()).endsWith("#benchmark=hyper&profile=doc&scenario=full");
    assertThat(browser().texts("#contents a[href=\"#cases\"]"))
        .containsExactly("Test cases 1 of 7");
    browser()
        .waitUntil(
            () ->
                browser().texts("#largest-changes.choosing .chosen title").stream()
                    .allMatch(title -> title.startsWith("hyper doc full")));

    browser().run(cell);
    assertThat(browser().all(ROWS)).hasSize(all);
  }

  @Test
  void aMergeOfTheTimelineSelectsItsTestCases() {
    browser()
        .run(
            "[...document.querySelectorAll('#timeline .mark')].find(m => m.textContent.startsWith('#13"
                + " ')).dispatchEvent(new MouseEvent('click', {bubbles: true}))");

    assertThat(browser().address()).endsWith("#view=pr-13&entry=pr-13");
    assertThat(browser().texts(ROWS + " td.change")).containsExactly("▼ -4.00%", "▲ +1.00%");
    assertThat(browser().find("#pr-13").getDomAttribute("open")).isNotNull();
  }

  @Test
  void aBoxAroundPointsSelectsTheirTestCases() {
    int all = browser().all(ROWS).size();
    browser()
        .run(
            "const svg = document.querySelector('#change-against-significance svg');"
                + "svg.scrollIntoView(); const at = svg.getBoundingClientRect();"
                + "const middle = [...svg.querySelectorAll('.mark')].find(m =>"
                + " m.textContent.startsWith('hyper')).getBoundingClientRect();"
                + "const send = (target, type, x, y) => target.dispatchEvent(new PointerEvent(type,"
                + " {clientX: x, clientY: y, button: 0, bubbles: true}));"
                + "send(svg, 'pointerdown', middle.left - 5, middle.top - 5);"
                + "send(svg, 'pointermove', middle.right + 5, middle.bottom + 5);"
                + "send(svg, 'pointerup', middle.right + 5, middle.bottom + 5);");

    assertThat(browser().texts(ROWS + " td.name")).containsExactly("hyper");
    assertThat(browser().address()).contains("#range=change%3A-0.03").contains("&range=factor%3A");
    browser().visit(browser().address());
    assertThat(browser().texts(ROWS + " td.name")).containsExactly("hyper");

    browser().find("#choices [name=range][value=change]").click();
    browser().find("#choices [name=range][value=factor]").click();
    assertThat(browser().all(ROWS)).hasSize(all);
  }

  @Test
  void aStepOfTheRankCurveSelectsItsTestCasesAndAgainAll() {
    int all = browser().all(ROWS).size();
    String step =
        "[...document.querySelectorAll('#rank-curve .wide .mark')].find(m =>"
            + " m.textContent.startsWith('hyper')).dispatchEvent(new MouseEvent('click', {bubbles:"
            + " true}))";
    browser().run(step);

    assertThat(browser().texts(ROWS + " td.name")).containsExactly("hyper");
    assertThat(browser().address()).contains("#range=change%3A-0.03");
    browser().waitUntil(() -> browser().all("#rank-curve.choosing .wide .mark.chosen").size() == 1);

    browser().run(step);
    assertThat(browser().all(ROWS)).hasSize(all);
  }

  @Test
  void aBrushAcrossTheRankCurveSelectsWhatIsNotRelevantToo() {
    browser()
        .run(
            "const svg = document.querySelector('#rank-curve .wide svg'); svg.scrollIntoView();const"
                + " marks = [...svg.querySelectorAll('.mark')];const at = start => marks.find(m =>"
                + " m.textContent.startsWith(start)).getBoundingClientRect();const from ="
                + " at('quiet'), to = at('serde-1.0.219 opt');const send = (type, x) =>"
                + " svg.dispatchEvent(new PointerEvent(type, {clientX: x, clientY: from.top + 5,"
                + " button: 0, bubbles: true}));send('pointerdown', from.left + 1);"
                + "send('pointermove', to.right - 1);send('pointerup', to.right - 1);");

    assertThat(browser().texts(ROWS + " td.name")).containsExactly("serde-1.0.219", "quiet");
    assertThat(browser().address()).contains("all=1").contains("range=change%3A0.000");
  }

  @Test
  void aStepOfManyTestCasesSelectsAllOfThem() throws IOException {
    Comparisons comparison = Comparisons.comparison();
    for (int i = 0; i < 400; i++) {
      comparison.primary(100_000, 100_000 + 10 * (i + 1));
    }
    ComparableTestCases cases = ComparableTestCases.of(comparison.build(), TestCase.DEFAULT_TARGET);
    List<Figure> figures = Charts.ofWeek(cases, List.of()).map(Chart::figure).toList();
    browser()
        .show(
            OpenedPage.of(comparison.build(), figures, CaseHistories.none("")),
            directory.resolve("ranks.html"));
    browser()
        .run(
            "[...document.querySelectorAll('#rank-curve .wide .mark')].find(m =>"
                + " m.textContent.startsWith('ranks 4 to 6:')).dispatchEvent(new"
                + " MouseEvent('click', {bubbles: true}))");

    assertThat(browser().texts(ROWS + " td.change"))
        .containsExactly("▲ +0.06%", "▲ +0.05%", "▲ +0.04%");
  }
}
