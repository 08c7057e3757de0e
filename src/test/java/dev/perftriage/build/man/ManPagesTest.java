package dev.perftriage.build.man;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Program;
import dev.perftriage.Tools;
import dev.perftriage.cli.DetachedProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manual pages. */
class ManPagesTest {

  @TempDir private Path directory;

  @Test
  void everyCommandHasAPage() {
    assertThat(pages().keySet())
        .contains(
            "perf-triage.1",
            "perf-triage-report.1",
            "perf-triage-log.1",
            "perf-triage-log-check.1",
            "perf-triage-store-clean.1",
            "perf-triage-completion.1");
  }

  @Test
  void thePagesAreTheSameEachTime() {
    assertThat(pages()).isEqualTo(pages());
  }

  @Test
  void aPageSaysWhatHelpSays() {
    String page = pages().get("perf-triage-compare.1");
    assertThat(page)
        .startsWith(".TH \"PERF\\-TRIAGE\\-COMPARE\" \"1\"")
        .contains("perf\\-triage\\-compare \\- Compare two revisions by one metric or several\n")
        .contains(".B \"\\-i, \\-\\-input FILE\"\n")
        .contains(".B \"\\-\\-charts[=DIR]\"\n")
        .contains("Default: https://perf.rust\\-lang.org\n")
        .contains(".SH \"EXIT STATUS\"\n")
        .doesNotContain("%n")
        .doesNotContain("${");
  }

  @Test
  void mandocFindsNothingWrong() throws IOException {
    List<String> command = new ArrayList<>(List.of(Tools.path("mandoc"), "-Tlint", "-Wwarning"));
    for (Map.Entry<String, String> page : pages().entrySet()) {
      Files.writeString(directory.resolve(page.getKey()), page.getValue());
      command.add(page.getKey());
    }
    Program.Result result = Program.in(directory).run(command);
    // The date is left out, so that the pages do not depend on the day they are built.
    assertThat((result.out() + result.err()).lines().filter(line -> !line.contains("missing date")))
        .isEmpty();
  }

  private static Map<String, String> pages() {
    return ManPages.of(DetachedProgram.commands(), "perf-triage 1.2.3");
  }
}
