package dev.perftriage.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.analysis.ComparableTestCases;
import dev.perftriage.analysis.ComparisonSummary;
import dev.perftriage.analysis.ListedThresholds;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.profile.CompileSections;
import dev.perftriage.model.profile.CompileSections.Section;
import dev.perftriage.model.profile.ProfileRequest;
import dev.perftriage.report.ProfiledCase;
import dev.perftriage.report.TriageReport;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What self-profiles say of a test case, in a real browser. */
class PageProfileTest extends OpenedPage {

  @Test
  void theDetailsOfATestCaseHaveTheSectionsAndTheCommandOfItsMerge() throws IOException {
    TriageReport report = report();
    ComparisonSummary entry = report.week().entries().get(1);
    TestCaseChange change = entry.relevant().findFirst().orElseThrow();
    ProfiledCase profiled =
        new ProfiledCase(
            change,
            new ProfileRequest(entry.before().commit(), entry.after().commit(), change.testCase()),
            Optional.empty(),
            Optional.of(
                new CompileSections(
                    List.of(new Section("frontend", 0.25), new Section("backend", 0.75)),
                    List.of(new Section("frontend", 0.5), new Section("backend", 0.5)))),
            List.of());
    browser()
        .show(
            HtmlPage.render(
                Pages.ofReport(
                    report.with(Map.of(entry.after().commit(), List.of(profiled))),
                    Optional.empty(),
                    List.of(),
                    List.of(ComparableTestCases.of(whole())),
                    new ListedThresholds(),
                    false)),
            directory.resolve("profile.html"));
    browser().visit(directory.resolve("profile.html").toUri() + "#view=pr-13");
    browser().all(ROWS + " button").get(0).click();
    browser().all(ROWS + " button").get(1).click();

    assertThat(browser().all("#all tr.detail")).hasSize(2);
    assertThat(browser().texts("#all tr.detail pre"))
        .as("only one of them was profiled")
        .singleElement()
        .asString()
        .contains("collector profile_local cachegrind");
    assertThat(browser().texts("#all tr.detail p.muted"))
        .anyMatch(text -> text.startsWith("Sections: ") && text.contains("frontend"));
  }
}
