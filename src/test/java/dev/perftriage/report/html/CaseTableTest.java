package dev.perftriage.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseTableTest {

  @Test
  void tablesThatFitAreShownWhole() {
    assertThat(CaseTable.mostRows(List.of(10, 200, 3), 213)).isGreaterThanOrEqualTo(200);
    assertThat(CaseTable.mostRows(List.of(), 100)).isPositive();
  }

  @Test
  void onlyTheLargestTablesAreCut() {
    assertThat(CaseTable.mostRows(List.of(10, 200, 300), 110)).isEqualTo(50);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theLimitIsTheLargestThatKeepsTheBudget(long seed) {
    List<Integer> sizes = new Random(seed).ints(40, 0, 3000).boxed().toList();

    int limit = CaseTable.mostRows(sizes, 8000);

    assertThat(shown(sizes, limit)).isLessThanOrEqualTo(8000);
    assertThat(shown(sizes, limit + 1)).isGreaterThan(8000);
  }

  private static int shown(List<Integer> sizes, int limit) {
    return sizes.stream().flatMapToInt(size -> IntStream.of(Math.min(size, limit))).sum();
  }
}
