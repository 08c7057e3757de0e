package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code compare} does with fields of a test case that this version does not know. */
class FurtherFieldsTest {

  private static final String WITH_THREADS =
      answer(
          testCase(1500, 1650, "\"frontend_threads\": 4"),
          testCase(1000, 1004, "\"frontend_threads\": 1"));

  @TempDir private Path directory;

  @Test
  void aFieldThatVariesIsAColumn() throws IOException {
    assertThat(compare(WITH_THREADS).out())
        .contains(
            """
            2 relevant regressions of 2, largest first
            benchmark  profile  scenario  frontend_threads  change  factor  before  after
            serde      check    full      4                  10.0%   2.00x   1,500  1,650
            serde      check    full      1                   0.4%   2.00x   1,000  1,004
            """);
    assertThat(compare(WITH_THREADS, "--format", "markdown").out())
        .contains("| benchmark | profile | scenario | frontend_threads | change |");
    assertThat(compare(WITH_THREADS, "--format", "html").out())
        .contains("<th scope=\"col\" class=\"key\">frontend_threads</th>")
        .contains("\"frontend_threads\"");
  }

  @Test
  void aFieldThatIsTheSameForAllIsNoColumn() throws IOException {
    String same =
        answer(
            testCase(1500, 1650, "\"frontend_threads\": 4"),
            testCase(1000, 1004, "\"frontend_threads\": 4").replace("serde", "regex"));

    assertThat(compare(same).out())
        .contains("benchmark  profile  scenario  change")
        .doesNotContain("frontend_threads");
  }

  @Test
  void dataFormatsHaveEveryField() throws IOException {
    assertThat(compare(WITH_THREADS, "--format", "csv").out().lines())
        .satisfiesExactly(
            header ->
                assertThat(header)
                    .endsWith(",start,end,judged_by,caveats,further.frontend_threads"),
            row -> assertThat(row).endsWith(",b,default,merges_between default_thresholds,4"),
            row -> assertThat(row).endsWith(",b,default,merges_between default_thresholds,1"));
    assertThat(compare(WITH_THREADS, "--format", "jsonl").out())
        .contains("\"further\":{\"frontend_threads\":\"4\"}");
  }

  @Test
  void noSpreadsheetTakesAFieldForAFormula() throws IOException {
    String formula = answer(testCase(1500, 1650, "\"=1+1\": \"=2+2\""));

    assertThat(compare(formula, "--format", "csv").out())
        .contains(",further.=1+1\r\n")
        .endsWith(",b,default,merges_between default_thresholds,'=2+2\r\n");
  }

  @Test
  void aFieldCannotControlTheTerminal() throws IOException {
    String hostile =
        answer(testCase(1500, 1650, "\"a\\u001bb\": \"c\\u001bd\""), testCase(1000, 1004, ""));

    assertThat(compare(hostile).out()).doesNotContain("\u001b");
  }

  @ParameterizedTest
  @CsvSource({
    "frontend_threads=4, 4",
    "frontend_threads=!4, 1",
    "frontend_threads=?, 4 1",
    "'frontend_threads=1,4', 4 1",
    "frontend_threads=/[^4]/, 1",
    "profile=check, 4 1",
    "profile=!check, ''",
    "benchmark=ser*, 4 1",
  })
  void whereFiltersByAnyField(String where, String left) throws IOException {
    Result result = compare(WITH_THREADS, "--where", where, "--format", "csv");

    assertThat(
            result
                .out()
                .lines()
                .skip(1)
                .map(row -> row.substring(row.lastIndexOf(',') + 1))
                .collect(Collectors.joining(" ")))
        .isEqualTo(left);
    assertThat(result.exitCode()).isEqualTo(left.isEmpty() ? ExitCodes.DATA : ExitCodes.DONE);
  }

  @Test
  void theFilterIsNamed() throws IOException {
    String where = "frontend_threads=4";

    assertThat(compare(WITH_THREADS, "--where", where).out())
        .contains("Only test cases with frontend_threads 4; 1 of 2 left out.");
    assertThat(compare(WITH_THREADS, "--where", where, "--format", "json").out())
        .containsPattern("\"frontend_threads\" : \\[\\s+\"4\"\\s+]");
  }

  @Test
  void everyFieldThatIsNamedMustMatch() throws IOException {
    String both = "--where=frontend_threads=4";

    assertThat(compare(WITH_THREADS, both, "--where=benchmark=regex").exitCode())
        .isEqualTo(ExitCodes.DATA);
    assertThat(compare(WITH_THREADS, both, "--benchmark=serde").exitCode())
        .isEqualTo(ExitCodes.DONE);
  }

  @Test
  void aFieldOrValueThatNothingHasIsNamed() throws IOException {
    Result value = compare(WITH_THREADS, "--where=frontend_threads=8");
    Result field = compare(WITH_THREADS, "--where=threads=4");

    assertThat(value.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(value.err())
        .contains("field frontend_threads: no measured name matches '8'; available: 1, 4");
    assertThat(field.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(field.err())
        .contains("field threads: no measured name matches '4'; none was measured");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "frontend_threads | --where: 'frontend_threads' is not FIELD=VALUE",
        "=4 | --where: '=4' is not FIELD=VALUE",
        "!threads=4 | to exclude a value, write FIELD=!VALUE",
        "threads!=4 | to exclude a value, write FIELD=!VALUE",
        "threads= | --where threads: empty value.",
        "category=x | --where category: 'x' is neither primary nor secondary.",
      })
  void whatIsNoFieldAndValueIsAMistakeOfUse(String where, String says) throws IOException {
    Result result = compare(WITH_THREADS, "--where=" + where);

    assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(result.err()).contains(says);
  }

  private Result compare(String answer, String... options) throws IOException {
    Path file = directory.resolve("answer.json");
    Files.writeString(file, answer);
    return Cli.in(directory).run(List.of(options), "compare", "--input", file.toString());
  }

  private static String answer(String... testCases) {
    return """
    {"a": {"commit": "a"}, "b": {"commit": "b"}, "compile_comparisons": [%s],
     "compile_benchmark_metadata": [{"name": "serde", "category": "primary"}]}
    """
        .formatted(String.join(",", testCases));
  }

  private static String testCase(double before, double after, String further) {
    String fields =
        Stream.of(
                "\"benchmark\": \"serde\", \"profile\": \"check\", \"scenario\": \"full\"",
                """
                "comparison": {"is_relevant": true, "significance_threshold": 0.002,
                               "significance_factor": 2.0, "statistics": [%s, %s]}
                """
                    .formatted(before, after),
                further)
            .filter(field -> !field.isEmpty())
            .collect(Collectors.joining(", "));
    return "{" + fields + "}";
  }
}
