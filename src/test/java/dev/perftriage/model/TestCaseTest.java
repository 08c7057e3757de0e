package dev.perftriage.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestCaseTest {

  private static final TestCase PLAIN = testCase(Map.of());
  private static final TestCase ONE = testCase(Map.of("threads", "1"));
  private static final TestCase FOUR = testCase(Map.of("threads", "4"));

  @Test
  void aFurtherFieldIsPartOfItsIdentityAndName() {
    assertThat(ONE).isNotEqualTo(FOUR).isNotEqualTo(PLAIN);
    assertThat(FOUR).isEqualTo(testCase(Map.of("threads", "4")));
    assertThat(PLAIN).hasToString("serde check full");
    assertThat(FOUR).hasToString("serde check full threads=4");
    assertThat(FOUR.variant()).isEqualTo("full threads=4");
    assertThat(FOUR.knownVariant()).isEqualTo("full");
  }

  @Test
  void furtherFieldsComeInOrderOfTheirNames() {
    TestCase testCase = testCase(Map.of("z", "1", "a", "true", "m", "x y"));

    assertThat(testCase.further().keySet()).containsExactly("a", "m", "z");
    assertThat(testCase.variant()).isEqualTo("full a=true m=x y z=1");
    assertThat(testCase.field("m")).isEqualTo("x y");
    assertThat(testCase.field("other")).isEmpty();
  }

  @Test
  void onlyFieldsThatDifferOrAreMissingSomewhereTellTestCasesApart() {
    TestCase other = testCase(Map.of("threads", "4", "mode", "fast"));

    assertThat(TestCase.distinguishingFields(List.of())).isEmpty();
    assertThat(TestCase.distinguishingFields(List.of(PLAIN, PLAIN))).isEmpty();
    assertThat(TestCase.distinguishingFields(List.of(FOUR, FOUR))).isEmpty();
    assertThat(TestCase.distinguishingFields(List.of(ONE, FOUR))).containsExactly("threads");
    assertThat(TestCase.distinguishingFields(List.of(PLAIN, FOUR))).containsExactly("threads");
    assertThat(TestCase.distinguishingFields(List.of(FOUR, other))).containsExactly("mode");
    assertThat(TestCase.furtherFields(List.of(PLAIN, FOUR, other)))
        .containsExactly("mode", "threads");
  }

  private static TestCase testCase(Map<String, String> further) {
    return new TestCase(
        "serde", "check", "full", TestCase.DEFAULT_BACKEND, TestCase.DEFAULT_TARGET, further);
  }
}
