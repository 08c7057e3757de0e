package dev.perftriage.source.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.model.Metric;
import dev.perftriage.model.Sha;
import dev.perftriage.model.StandaloneMeasurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which stored comparison is shown as what one pull request does. */
class StandaloneComparisonsTest {

  private static final Metric METRIC = new Metric("instructions:u");
  private static final int PR = 12;

  @TempDir private Path directory;

  @BeforeEach
  void makeStore() throws IOException {
    Files.createDirectory(directory.resolve("comparisons"));
  }

  @Test
  void aTryBuildIsComparedWithACommitAndNotWithARelease() throws IOException {
    keep("1.90.0", sha(7), PR, false, 3);
    keep("2025-11-03", sha(7), PR, false, 2);
    assertThat(found()).isEmpty();

    keep(sha(1), sha(7), PR, false, 1);
    assertThat(found()).containsExactly(alone(sha(1), sha(7)));
  }

  @Test
  void theParentIsRatherComparedWithThanAnyOtherCommit() throws IOException {
    keep(sha(1), sha(7), PR, false, 3);
    keep(sha(2), sha(7), PR, true, 2);
    keep(sha(3), sha(7), PR, false, 1);

    assertThat(found()).containsExactly(alone(sha(2), sha(7)));
  }

  @Test
  void theNewestFilesAreReadHoweverManyThereAre() throws IOException {
    for (int other = 10; other < 60; other++) {
      keep(sha(1), sha(other), PR + 1, true, 1);
    }
    keep(sha(1), sha(99), PR, true, 2);

    assertThat(found()).containsExactly(alone(sha(1), sha(99)));
  }

  @Test
  void amongFilesOfTheSameTimeTheNameDecides() throws IOException {
    for (int end = 19; end >= 10; end--) {
      keep(sha(2), sha(end), PR, true, 1);
      keep(sha(1), sha(end), PR, true, 1);
    }

    assertThat(found()).containsExactly(alone(sha(1), sha(10)));
  }

  private Iterable<StandaloneMeasurement> found() {
    Map<Integer, StandaloneMeasurement> found =
        new StandaloneComparisons(new Store(directory), METRIC).of(Set.of(PR), Optional.empty());
    return found.values();
  }

  private static StandaloneMeasurement alone(String start, String end) {
    return new StandaloneMeasurement(PR, new Sha(start), new Sha(end));
  }

  private static String sha(int number) {
    return String.format(Locale.ROOT, "%040x", number);
  }

  private void keep(String start, String end, int pr, boolean contiguous, int second)
      throws IOException {
    Path file = directory.resolve("comparisons/" + start + ".." + end + ".instructions:u.json");
    Files.writeString(
        file,
        String.format(
            Locale.ROOT,
            """
            {"a": {"commit": "%s"}, "b": {"commit": "%s", "pr": %d, "type": "try"},
             "is_contiguous": %b, "compile_comparisons": []}\
            """,
            start,
            end,
            pr,
            contiguous));
    Files.setLastModifiedTime(file, FileTime.fromMillis(second * 1000L));
  }
}
