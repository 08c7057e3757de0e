package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values before and after carry their unit for readers, and none for programs. */
class ValuesWithUnitsTest {

  private static final Path DATA = Path.of("src/test/resources/dev/perftriage").toAbsolutePath();

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"text", "markdown", "html"})
  void memoryIsKibibytesOnTheWire(String format) {
    assertThat(compare("cases/targets.json", "-m", "max-rss", "-f", format))
        .contains("1.46 MiB", "1.61 MiB", "1000.00 KiB", "1004.00 KiB")
        .doesNotContain("1,500", "1,650");
  }

  @ParameterizedTest
  @CsvSource({
    "size:linked_artifact, 1.46 KiB, 1.61 KiB",
    "size:doc_files_count, '1,500', '1,650'",
    "wall-time, '1,500 s', '1,650 s'",
    "task-clock, '1,500 ms', '1,650 ms'",
    "instructions:u, '1,500', '1,650'",
  })
  void eachMetricHasItsUnit(String metric, String before, String after) {
    assertThat(compare("cases/targets.json", "-m", metric))
        .containsPattern(before + " +" + after + "\n");
    assertThat(compare("cases/targets.json", "-m", metric, "-f", "markdown"))
        .containsPattern("\\| " + before + " +\\| " + after + " +\\|\n");
  }

  @Test
  void totalsOfGroupsHaveThemToo() {
    for (String format : new String[] {"text", "markdown", "html"}) {
      assertThat(compare("cases/targets.json", "-m", "max-rss", "--by", "profile", "-f", format))
          .contains("2.44 MiB", "2.59 MiB");
    }
  }

  @Test
  void theTimeOfARuntimeBenchmarkIsNanosecondsOnTheWire() {
    assertThat(
            compare("compare/runtime-and-backends.json", "-m", "wall-time", "--runtime", "--all"))
        .containsPattern("\\d s\n")
        .containsPattern("\\d ns\n");
  }

  @Test
  void backendsHaveThemToo() {
    assertThat(
            compare(
                "compare/runtime-and-backends.json",
                "-m",
                "size:linked_artifact",
                "--backends",
                "llvm,cranelift"))
        .containsPattern("\\d [KMG]iB +[0-9.]+ [KMG]iB\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "jsonl", "json"})
  void dataFormatsHaveTheNumbersOfTheWire(String format) {
    assertThat(compare("cases/targets.json", "-m", "max-rss", "-f", format))
        .contains("1500.0", "1650.0")
        .doesNotContain("MiB");
  }

  private String compare(String input, String... more) {
    return Cli.in(directory)
        .run(
            Stream.concat(
                    Stream.of("compare", "--input", DATA.resolve(input).toString()),
                    Stream.of(more))
                .toArray(String[]::new))
        .out();
  }
}
