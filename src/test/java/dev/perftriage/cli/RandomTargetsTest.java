package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import dev.perftriage.FakeServices;
import dev.perftriage.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A site that answers each test case on a random one of its targets, as it did in August 2026. */
class RandomTargetsTest {

  private static final String ARM = "aarch64-unknown-linux-gnu";
  private static final String START = "23fced0fcc5e0ec260d25f04a8b78b269e5e90f0";

  /** The merge of #148241, and its parent. */
  private static final String MERGE = "c6d42d774d1edfb270b8faaefacc67c213b0260b";

  private static final String PARENT = "4146079cee94242771864147e32fb5d9adbd34f8";

  private static final Pattern NUMBER = Pattern.compile("\\b\\d+\\b");

  @TempDir private Path directory;
  private FakeServices services;

  @BeforeEach
  void serve() {
    services = new FakeServices(Cli.SAMPLE);
    services.measureAlsoOn(ARM);
  }

  @AfterEach
  void stop() {
    services.close();
  }

  @ParameterizedTest
  @CsvSource({"two-targets-answer1, 434, 536", "two-targets-answer2, 415, 555"})
  void aSavedAnswerIsSaidToKnowOnlyAPartOfEachTarget(String answer, String onArm, String onX86)
      throws IOException {
    Brotli4jLoader.ensureAvailability();
    Files.write(
        directory.resolve("answer.msgpack"),
        Decoder.decompress(
                Files.readAllBytes(
                    Path.of("src/test/resources/dev/perftriage/site/" + answer + ".msgpack.br")))
            .getDecompressedData());
    String words =
        "The site answers each test case on a random one of its targets: of 970 test cases, %s on"
            + " %s and %s on %s are known; figures may differ when it is asked again.";
    for (String format : List.of("text", "markdown", "json")) {
      Result result = run("compare", "--input", "answer.msgpack", "-f", format);

      assertThat(result.out().replace("`", "").replaceAll("\\s+", " "))
          .contains(words.formatted(onArm, ARM, onX86, "x86_64-unknown-linux-gnu"));
      assertThat(result.err()).contains("of 970 test cases, " + onArm + " on " + ARM);
    }
    Result gate =
        run("compare", "--input", "answer.msgpack", "--fail-on", "regression,error,change:1%");

    assertThat(gate.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(gate.err())
        .contains(
            "perf-triage: --fail-on cannot judge anything by instructions:u, with test cases on"
                + " random targets\n");
  }

  @Test
  void theSiteIsAskedAgainAFewTimesAndTheAnswersAreUnited() {
    Result result = compare();

    assertThat(comparisonsOf(MERGE)).isEqualTo(5);
    assertThat(known(result)).allMatch(known -> known > 0.9 && known < 1);
  }

  @Test
  void whatIsStoredIsUnitedWithTheNextAnswersAndNeverFinal() throws IOException {
    double once = known(compare("--store", "store")).get(0);
    double twice = known(compare("--store", "store")).get(0);
    Result offline = compare("--store", "store", "--offline");

    assertThat(twice).isGreaterThan(once);
    assertThat(known(offline)).first().isEqualTo(twice);
    try (Stream<Path> files = Files.list(directory.resolve("store/comparisons"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains(
              PARENT + ".." + MERGE + ".instructions:u.mix1.msgpack",
              PARENT + ".." + MERGE + ".instructions:u.mix2.msgpack")
          .allMatch(name -> name.contains(".mix"));
    }
    assertThat(comparisonsOf(MERGE)).isEqualTo(10);
  }

  @Test
  void twoRunsSayTheSameOfWhatCannotBeKnownAndAGateJudgesNothing() {
    Result first = compare("--fail-on", "regression");
    Result second = compare("--fail-on", "regression");

    assertThat(first.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(second.exitCode()).isEqualTo(ExitCodes.DATA);
    assertThat(first.err()).contains("on a random one of its targets");
    assertThat(withoutNumbers(first.err())).isEqualTo(withoutNumbers(second.err()));
  }

  @Test
  void aReportSaysItOfTheRangeAndOfItsMerges() {
    Result result = report("-f", "markdown");

    assertThat(result.out())
        .contains("- The site answers each test case on a random one of its targets: of ")
        .contains("- 36 comparisons from [#900000]")
        .contains(" are known where the fewest are; figures may differ when it is asked again.\n");
    assertThat(withoutNumbers(report("-f", "markdown").err()))
        .isEqualTo(withoutNumbers(result.err()));
  }

  @Test
  void failingToAskAgainKeepsTheFirstAnswer() {
    services.breakWith(
        question ->
            comparisonsOf(MERGE) > 1 && question.isComparison()
                ? Optional.of(FakeServices.text(400, "no more"))
                : Optional.empty());
    Result result = compare();

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).contains("no more").contains("using the responses so far");
    assertThat(known(result)).allMatch(known -> known > 0.4 && known < 0.6);
  }

  private long comparisonsOf(String end) {
    return services.comparisons().stream().filter(question -> question.end().equals(end)).count();
  }

  /** The known part of each target. */
  private static List<Double> known(Result result) {
    String sentence = result.err().substring(result.err().indexOf("targets: of "));
    double[] numbers =
        NUMBER
            .matcher(sentence.replace("x86_64", "").replace("aarch64", ""))
            .results()
            .mapToDouble(number -> Double.parseDouble(number.group()))
            .toArray();
    return Arrays.stream(numbers).skip(1).limit(2).mapToObj(known -> known / numbers[0]).toList();
  }

  private static String withoutNumbers(String text) {
    return NUMBER.matcher(text).replaceAll("N");
  }

  private Result compare(String... more) {
    return runOnServices(
        Stream.concat(Stream.of("compare", PARENT, MERGE), Stream.of(more)).toArray(String[]::new));
  }

  private Result report(String... more) {
    return runOnServices(
        Stream.concat(
                Stream.of("report", "-q", "--start", START, "--date", "2025-11-03", "-o", "-"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private Result runOnServices(String... arguments) {
    boolean offline = List.of(arguments).contains("--offline");
    return Cli.in(directory).run(offline ? List.of() : services.options(), arguments);
  }

  private Result run(String... arguments) {
    return Cli.in(directory).run(arguments);
  }
}
