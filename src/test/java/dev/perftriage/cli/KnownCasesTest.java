package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Recordings;
import dev.perftriage.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Inputs that were once read wrongly: what each must lead to, and what it must not. Each is a
 * comparison as a file, or a store whose range starts at the same merge.
 */
class KnownCasesTest {

  private static final String START = "863b83b8e71cf970d53f82b01193513fc04cf8b9";
  private static final String DEFAULT_THRESHOLD =
      "The site judged all test cases by its default threshold of 0.2%";
  private static final String UNKNOWN_HOLE =
      "one of the 30 merges before has no data (it is not known which)";

  @TempDir private static Path cases;

  static List<Known> table() {
    return List.of(
        known("threads-dimension.json", "compare", "an unknown dimension keeps test cases apart")
            .says("2 relevant regressions of 2", "frontend_threads", "5.2%  [0.4%, 10.0%]      2")
            .says("check    full      4", "check    full      1")
            .doesNotSay("have several results"),
        known("targets.json", "compare", "each target has figures of its own")
            .says("On aarch64-unknown-linux-gnu:", "10.0%  [10.0%, 10.0%]      1")
            .says("0.4%  [0.4%, 0.4%]      1", DEFAULT_THRESHOLD, UNKNOWN_HOLE)
            .doesNotSay("on a random one of its targets", "5.2%"),
        known("half-measured.msgpack", "compare", "a half alone cannot be told from a whole")
            .says("0 relevant test cases of 481", "over 481 test cases")
            .doesNotSay("measured in part", "nothing could be compared"),
        known("nan-note-order1.msgpack", "compare", "test cases without a number are named")
            .says("5 test cases without a number (externs check full, externs check incr-full, ")
            .says("[0.3%, 0.8%]     12", "[0.3%, 0.8%]     31")
            .doesNotSay("NaN"),
        known("threads-order-14", "report", "a dimension is one whatever the answers' order")
            .says("1 Regression, 1 Improvement, 0 Mixed", "frontend_threads=4")
            .says("1.5% | [1.0%, 2.0%] | 8", "-2.0% | [-2.0%, -1.9%] | 4")
            .doesNotSay("have several results"),
        known("threads-control", "report", "as where the dimension is part of the name")
            .says("1 Regression, 1 Improvement, 0 Mixed", "bench0-t4 check full")
            .says("1.5% | [1.0%, 2.0%] | 8", "-2.0% | [-2.0%, -1.9%] | 4")
            .doesNotSay("frontend_threads"),
        known("twometrics", "report -m instructions:u,max-rss", "what another metric would list")
            .says("1 Regression, 0 Improvements, 0 Mixed")
            .says("By max-rss, 4 test cases changed by 20.0% on average [20.0%, 20.0%]")
            .says("By max-rss, a merge deserves attention that is no entry: #1039 (primary 20.0%")
            .says("By max-rss, whole range: " + DEFAULT_THRESHOLD),
        known("arm", "report", "what another target would list")
            .says("1 Regression, 0 Improvements, 0 Mixed", "Title 1037")
            .says("By instructions:u on aarch64-unknown-linux-gnu, 4 test cases changed by -1.0%")
            .says("is no entry: #1039 (primary 10.0% [10.0%, 10.0%] (4), secondary")
            .doesNotSay("Title 1039", "on a random one of its targets"),
        known("creep", "report", "many small changes that no entry explains")
            .says("0 Regressions, 0 Improvements, 0 Mixed", "40 artifact comparisons made in total")
            .says("By instructions:u, 4 test cases changed by 2.4% on average [2.4%, 2.4%]")
            .says("the entries explain less than half of it", "Largest contributions: #10"),
        known("pr-null-dup", "report", "a merge without a pull request, and one merged twice")
            .says("2 Regressions, 0 Improvements, 0 Mixed", "<Unknown Change>", "Title 1050 #1050")
            .says("11 comparisons from #1035 to #1045: " + DEFAULT_THRESHOLD)
            .doesNotSay("#null", "null"),
        known("nopulls", "report", "pull requests that are not in the store")
            .exits(ExitCodes.DATA)
            .says("<UNKNOWN> #1036", "TODO: the list could not be fetched")
            .says("has no pull request #1036; run without --offline to fetch it (and 1 more)")
            .says("1 title reads <UNKNOWN> and the list of untriaged pull requests is missing"));
  }

  @BeforeAll
  static void unpack() throws IOException {
    Recordings.unpack(cases);
  }

  @ParameterizedTest
  @MethodSource("table")
  void leadsTo(Known known) {
    Result result = run(known.input, known.command);
    String said = withoutMarkup(result.out() + "\n" + result.err());

    assertThat(said).contains(known.says);
    if (!known.doesNotSay.isEmpty()) {
      assertThat(said).doesNotContain(known.doesNotSay);
    }
    assertThat(result.exitCode()).isEqualTo(known.exitCode);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void theOrderOfAnAnswerChangesNoWord(String format) {
    String command = "compare --all --format " + format;

    assertThat(run("nan-note-order2.msgpack", command))
        .isEqualTo(run("nan-note-order1.msgpack", command));
  }

  static Stream<String> formats() {
    return Stream.of("text", "markdown", "json", "csv", "jsonl", "html");
  }

  @Test
  void aDimensionIsFilteredByAndExported() {
    assertThat(run("threads-dimension.json", "compare --where frontend_threads=1").out())
        .contains("1 relevant regression of 1")
        .contains("Only test cases with frontend_threads 1; 1 of 2 left out.");
    assertThat(run("threads-dimension.json", "compare --format csv").out().lines().findFirst())
        .hasValueSatisfying(header -> assertThat(header).contains("further.frontend_threads"));
  }

  private static Result run(String input, String command) {
    List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
    String path = cases.resolve(input).toString();
    arguments.addAll(
        command.startsWith("compare")
            ? List.of("--input", path)
            : List.of(
                "--store",
                path,
                "--offline",
                "--start",
                START,
                "--annotate=full",
                "--output",
                "-"));
    return Cli.in(cases).run(arguments.toArray(String[]::new));
  }

  /** Text without the signs of code and links, and without links' addresses. */
  private static String withoutMarkup(String output) {
    return output.replace("`", "").replaceAll("\\[([^\\[\\]]*)]\\(http[^)]*\\)", "$1");
  }

  private static Known known(String input, String command, String why) {
    return new Known(input, command, why, ExitCodes.DONE, List.of(), List.of());
  }

  /**
   * An input and what it must lead to.
   *
   * @param says what standard output or standard error must have, without markup
   * @param doesNotSay what neither may have
   */
  record Known(
      String input,
      String command,
      String why,
      int exitCode,
      List<String> says,
      List<String> doesNotSay) {

    Known exits(int newExitCode) {
      return new Known(input, command, why, newExitCode, says, doesNotSay);
    }

    Known says(String... more) {
      return new Known(input, command, why, exitCode, and(says, more), doesNotSay);
    }

    Known doesNotSay(String... more) {
      return new Known(input, command, why, exitCode, says, and(doesNotSay, more));
    }

    private static List<String> and(List<String> first, String... more) {
      return Stream.concat(first.stream(), Stream.of(more)).toList();
    }

    @Override
    public String toString() {
      return input + ", " + command + ": " + why;
    }
  }
}
