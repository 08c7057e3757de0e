package dev.perftriage.report.prose;

import static dev.perftriage.analysis.attribution.KnownRollup.testCase;
import static dev.perftriage.report.markdown.MarkdownText.MARKDOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.analysis.attribution.KnownRollup;
import dev.perftriage.analysis.attribution.MeasuredRollup;
import dev.perftriage.model.TestCase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CulpritSentencesTest {

  private static final TestCase SYN = testCase("syn-2.0.101", "check");
  private static final TestCase SYN_OPT = testCase("syn-2.0.101", "opt");
  private static final TestCase SERDE = testCase("serde-1.0.219-new-solver", "check");
  private static final TestCase REGEX = testCase("regex-1.5.5-new-solver", "opt");
  private static final String SHA = "0".repeat(39);

  private KnownRollup rollup = new KnownRollup(1);

  @BeforeEach
  void reset() {
    rollup = new KnownRollup(1);
  }

  @Test
  void severalCausesHaveTheirCountsAndWhatTheirTestCasesShare() {
    rollup.moves(1, SYN, 0.02).moves(1, SYN_OPT, 0.02).moves(2, SERDE, 0.01).moves(2, REGEX, 0.01);

    assertThat(sentences())
        .containsExactly(
            "Caused by #1 (2 of 4 regressions, all `syn`) and #2 (2, all `-new-solver`)");
  }

  @Test
  void aSingleTestCaseIsNamed() {
    rollup.moves(1, SYN, 0.02);

    assertThat(sentences())
        .containsExactly("Caused by #1 (the only regression, `syn-2.0.101 check full`)");
  }

  @Test
  void bothDirectionsAreCounted() {
    rollup.moves(1, SYN, 0.02).moves(1, REGEX, -0.02).moves(2, SERDE, 0.02);

    assertThat(sentences())
        .containsExactly(
            "Caused by #1 (1 of 2 regressions and the only improvement, all `full`) and #2 (1"
                + " regression, `serde-1.0.219-new-solver check full`)");
  }

  @Test
  void noiseIsSaidToBeNoise() {
    rollup.moves(1, SYN, 0.02).noise(SERDE, 0.02);

    assertThat(sentences())
        .containsExactly(
            "Caused by #1 (1 of 2 regressions, `syn-2.0.101 check full`); 1 test case is noise");
  }

  @Test
  void allNoiseNeedsNoSentence() {
    rollup.member(1).unmeasured(1).noise(SERDE, 0.02);

    assertThat(sentences()).isEmpty();
  }

  @Test
  void whatIsLeftOverIsNotCausedByAnybody() {
    rollup
        .moves(1, SYN, 0.02)
        .moves(1, SYN_OPT, 0.02)
        .moves(2, REGEX, 0.02)
        .unmeasured(2)
        .member(3)
        .unmeasured(3);

    assertThat(sentences())
        .containsExactly("#1 explains 2 of 3 regressions, all `syn`; 2 members not measured");
  }

  @Test
  void aSmallPartIsSaidToBeSmall() {
    rollup.moves(1, SYN, 0.012).moves(2, SYN, 0.008).unmeasured(2);

    assertThat(sentences())
        .singleElement()
        .asString()
        .matches(
            "Caused by #1 \\(the only regression, `syn-2.0.101 check full`, (58|59|60|61|62)% of its"
                + " change\\)");
  }

  @Test
  void membersThatUndoEachOtherAreBothNamed() {
    rollup.moves(1, SYN, 0.02).moves(2, SYN, -0.0196).moves(1, REGEX, 0.02);

    assertThat(sentences())
        .containsExactly(
            "Caused by #1 (the only regression, `regex-1.5.5-new-solver opt full`)",
            "#1 and #2 undo each other on 1 test case");
  }

  @Test
  void whereNothingIsMeasuredTheCommandFollows() {
    rollup.moves(1, SYN, 0.02).unmeasured(1).member(2).unmeasured(2);

    assertThat(sentences())
        .containsExactly(
            "No member's own build is measured",
            "To measure #1 and #2, comment `@rust-timer triage %s1 %s2`".formatted(SHA, SHA));
  }

  @Test
  void improvementsAreNotWorthAMeasurement() {
    rollup.moves(1, SYN, -0.02).unmeasured(1);

    assertThat(sentences()).containsExactly("No member's own build is measured");
  }

  @Test
  void measuredMembersThatMoveNothingAreSaidToo() {
    rollup.member(1).member(2).moves(3, SYN, 0.02).unmeasured(3);

    assertThat(sentences())
        .containsExactly(
            "The 2 measured members move none of it; 1 member not measured",
            "To measure #3, comment `@rust-timer triage %s3`".formatted(SHA));
  }

  private List<String> sentences() {
    return new CulpritSentences(rollup.attribution(MeasuredRollup.MOST_TO_MEASURE))
        .all().stream()
            .map(
                sentence ->
                    sentence
                        .in(MARKDOWN)
                        .replaceAll(
                            "\\[(#\\d+)\\]\\(https://github.com/rust-lang/rust/pull/\\d+\\)", "$1"))
            .toList();
  }
}
