package dev.perftriage.analysis.noise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Comparisons;
import dev.perftriage.analysis.Magnitude;
import dev.perftriage.analysis.TestCaseChange;
import dev.perftriage.model.Category;
import dev.perftriage.model.TestResultComparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoMovementTest {

  private static final TestCaseChange UP = change("a", 1010);
  private static final TestCaseChange DOWN = change("a", 990);

  @ParameterizedTest(name = "{0} up, {1} down: {2} speak for one that went up, {3} for one down")
  @CsvSource({
    "0, 0, 0, 0",
    "1, 0, 0, 0",
    "4, 0, 3, 0",
    "0, 4, 0, 3",
    // a fourth of the others went its way, so the rest counts too
    "3, 2, 4, 4",
    "2, 3, 4, 4",
    "4, 2, 5, 1",
    "2, 4, 1, 5",
    "9, 3, 11, 2",
    "9, 4, 12, 12",
  })
  void othersSpeakForACauseWhereEnoughWentTheSameWay(int up, int down, int forUp, int forDown) {
    CoMovement coMovement = stayed(up, down);

    assertThat(coMovement.othersLike(UP, 1)).isEqualTo(forUp);
    assertThat(coMovement.othersLike(DOWN, 1)).isEqualTo(forDown);
    assertThat(coMovement.othersAt(1)).isEqualTo(Math.max(0, up + down - 1));
    assertThat(coMovement.othersAt(0)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"9, 0, false", "10, 0, true", "5, 4, false", "5, 5, true"})
  void tenThatStayAreAGroupWhicheverWayTheyWent(int up, int down, boolean group) {
    assertThat(stayed(up, down).isGroup(1)).isEqualTo(group);
    assertThat(stayed(up, down).isGroup(2)).isFalse();
  }

  @ParameterizedTest(name = "test cases of benchmarks {0}, {1} of them down: {2}")
  @CsvSource({
    // ten or more
    "4 3 2,  0,  false",
    "4 3 3,  0,  true",
    // of three benchmarks or more
    "5 5,    0,  false",
    "10,     0,  false",
    // and five of them outside the one with most
    "6 3 1,  0,  false",
    "5 4 1,  0,  true",
    "1 4 5,  0,  true",
    "20 3 1, 0,  false",
    "20 3 2, 0,  true",
    // of which 85 % go the same way
    "8 6 6,  3,  true",
    "8 6 6,  4,  false",
    "8 6 6,  10, false",
    "8 6 6,  16, false",
    "8 6 6,  17, true",
    "8 6 6,  20, true",
  })
  void aGroupGoesBackTogether(String benchmarks, int down, boolean together) {
    CoMovement coMovement = new CoMovement(9);
    int left = down;
    int benchmark = 0;
    for (String testCases : benchmarks.split(" ", -1)) {
      for (int i = 0; i < Integer.parseInt(testCases); i++) {
        coMovement.wentBack(3, 5, change("benchmark-" + benchmark, left-- > 0 ? 990 : 1010));
      }
      benchmark++;
    }

    assertThat(coMovement.isUndoneWith(3, 5)).isEqualTo(together);
    assertThat(coMovement.isUndoneWith(5, 3)).isFalse();
    assertThat(coMovement.isUndoneWith(3, -1)).isFalse();
  }

  @Test
  void onlyTestCasesWithTheSameTwoMergesAreOneGroup() {
    CoMovement coMovement = new CoMovement(9);
    for (int i = 0; i < 9; i++) {
      coMovement.wentBack(2, 5, change("benchmark-" + i, 1010));
      coMovement.wentBack(3, 5, change("benchmark-" + i, 1010));
      coMovement.wentBack(3, 6, change("benchmark-" + i, 1010));
    }

    assertThat(coMovement.isUndoneWith(3, 5)).isFalse();
    coMovement.wentBack(3, 5, change("benchmark-9", 1010));
    assertThat(coMovement.isUndoneWith(3, 5)).isTrue();
    assertThat(coMovement.isUndoneWith(2, 5)).isFalse();
    assertThat(coMovement.isUndoneWith(3, 6)).isFalse();
  }

  @Test
  void waysBackAreTakenOverAndWhatStayedIsNot() {
    CoMovement known = new CoMovement(9);
    for (int i = 0; i < 20; i++) {
      known.wentBack(3, 5, change("benchmark-" + i, i < 3 ? 990 : 1010));
      known.wentBack(4, 6, change("benchmark-" + i, i < 10 ? 990 : 1010));
      known.stayed(3, UP);
    }
    CoMovement next = new CoMovement(9);

    next.keepWaysBackOf(known);

    assertThat(next.isUndoneWith(3, 5)).isTrue();
    assertThat(next.isUndoneWith(4, 6)).isFalse();
    assertThat(next.isGroup(3)).isFalse();
  }

  private static CoMovement stayed(int up, int down) {
    CoMovement coMovement = new CoMovement(3);
    for (int i = 0; i < up; i++) {
      coMovement.stayed(1, UP);
    }
    for (int i = 0; i < down; i++) {
      coMovement.stayed(1, DOWN);
    }
    return coMovement;
  }

  private static TestCaseChange change(String benchmark, double after) {
    return new TestCaseChange(
        Range.testCase(benchmark),
        Category.PRIMARY,
        new TestResultComparison(1000, after, Comparisons.THRESHOLD, 5, true),
        Magnitude.MEDIUM);
  }
}
