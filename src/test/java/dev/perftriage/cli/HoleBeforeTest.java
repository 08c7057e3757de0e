package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A comparison names the merge without data for which the site judged by its default threshold. */
class HoleBeforeTest {

  private static final int NEWEST = 40;
  private static final String UNKNOWN = "has no data (it is not known which)";

  @TempDir private Path directory;

  @BeforeEach
  void list() throws IOException {
    Files.createDirectories(directory.resolve("store/comparisons"));
    List<String> newestFirst = new ArrayList<>();
    for (int i = NEWEST; i > 0; i--) {
      newestFirst.add(
          "{\"sha\": \"%s\", \"parent_sha\": \"%s\", \"pr\": %s, \"time\": \"2026-09-10T12:00:00Z\"}"
              .formatted(sha(i), sha(i - 1), i));
    }
    Files.writeString(directory.resolve("store/commits.json"), newestFirst.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "38, '#38, one of the 30 merges before, has no data, which affects 29 merges more'",
    "37, '#37, one of the 30 merges before, has no data, which affects 28 merges more'",
    "10, '#10, one of the 30 merges before, has no data, which affects 1 merge more'",
    "9, '#9, one of the 30 merges before, has no data; what'",
  })
  void theHoleIsNamedWhereStoredComparisonsLeadToIt(int hole, String says) throws IOException {
    for (int end = NEWEST; end > hole + 1; end--) {
      store(end, end - 2 == hole ? end - 3 : end - 2);
    }

    assertThat(compare()).contains("because " + says);
  }

  @Test
  void beyondThirtyMergesItIsNotTheReason() throws IOException {
    for (int end = NEWEST; end > 9; end--) {
      store(end, end - 2 == 8 ? 7 : end - 2);
    }

    assertThat(compare()).contains(UNKNOWN);
  }

  @Test
  void itIsUnknownWhereTheStoredComparisonsEnd() throws IOException {
    store(NEWEST, NEWEST - 2);

    assertThat(compare()).contains(UNKNOWN);
  }

  @Test
  void itIsUnknownWithoutTheListOfMerges() throws IOException {
    store(NEWEST, NEWEST - 3);
    Files.delete(directory.resolve("store/commits.json"));

    assertThat(compare()).contains(UNKNOWN);
  }

  private String compare() {
    return Cli.in(directory)
        .run("compare", sha(NEWEST - 1), sha(NEWEST), "--store", "store", "--offline")
        .out();
  }

  /** Stores the comparison of a merge with its parent, and which merge before that is measured. */
  private void store(int end, int measuredBefore) throws IOException {
    Files.writeString(
        directory.resolve(
            "store/comparisons/%s..%s.instructions:u.json".formatted(sha(end - 1), sha(end))),
        """
        {"a": {"commit": "%s", "date": "2026-09-10T12:00:00Z", "type": "master"},
         "b": {"commit": "%s", "date": "2026-09-10T13:00:00Z", "type": "master"},
         "prev": "%s", "is_contiguous": true,
         "compile_comparisons": [{"benchmark": "serde", "profile": "check", "scenario": "full",
           "comparison": {"is_relevant": true, "significance_threshold": 0.002,
                          "significance_factor": 2.0, "statistics": [1000, 1004]}}]}
        """
            .formatted(sha(end - 1), sha(end), sha(measuredBefore)));
  }

  private static String sha(int number) {
    return String.format(Locale.ROOT, "%040x", number + 0x100);
  }
}
