package dev.perftriage.cli;

import static dev.perftriage.analysis.noise.FlaggedWeek.commit;
import static dev.perftriage.analysis.noise.FlaggedWeek.testCase;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.FlaggedStore;
import dev.perftriage.analysis.noise.FlaggedWeek;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What became of merges that were too recent to judge a week before. */
class SinceLastWeekTest {

  @TempDir private Path directory;

  @BeforeEach
  void writeStore() throws IOException {
    double[] step = new double[40];
    Arrays.fill(step, 10_000);
    Arrays.fill(step, 22, 40, 10_500);
    FlaggedWeek week = new FlaggedWeek().with(testCase("late", "check", "full"), step);
    FlaggedStore.write(
        directory.resolve("store"), week.comparisons(), week.whole(), Map.of(1022, "Step"));
  }

  @Test
  void theDraftSaysWhatIsDecidedNow() {
    assertThat(report("pr:1024", "--annotate").out())
        .contains("\n#### Since last week\n")
        .contains(
            "#1022](https://github.com/rust-lang/rust/pull/1022) was pending. Real: the only"
                + " relevant test case stayed for at least 18 measurements.");
    assertThat(report("pr:1030", "--annotate").out()).doesNotContain("Since last week");
    assertThat(report("pr:1024").out()).doesNotContain("Since last week");
  }

  @Test
  void dataAndPageDoToo() {
    assertThat(report("pr:1024", "--format", "json").out())
        .contains("\"" + commit(22).text() + "\"")
        .contains("\"verdict_before\" : \"pending\"", "\"verdict\" : \"real\"");
    assertThat(report("pr:1024", "--format", "html").out())
        .contains("<h2 id=\"turned\">Since last week</h2>")
        .contains("<li>#1022 was pending. Real: ");
  }

  private Cli.Result report(String start, String... more) {
    String[] usual = {"report", "--store", "store", "--offline", "--start", start, "-o", "-"};
    return Cli.in(directory).run(Arrays.asList(more), usual);
  }
}
