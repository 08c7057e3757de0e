package dev.perftriage.analysis.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.model.profile.QueryChange;
import dev.perftriage.model.profile.QueryFigures;
import dev.perftriage.model.profile.SelfProfile;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryRankingTest {

  @Test
  void invocationsCountFirst() {
    assertThat(
            largest(
                query("slower", 0, 900),
                query("few", 1, 0),
                query("many", -80, 0),
                query("more", 70, 0),
                query("some", 60, 0)))
        .containsExactly("many", "more", "some", "slower");
  }

  @Test
  void withoutInvocationsFiveAreChosenByTime() {
    assertThat(
            largest(
                query("a", 0, 100),
                query("b", 0, -200),
                query("c", 0, 300),
                query("d", 0, 400),
                query("e", 0, 500),
                query("f", 0, 600)))
        .containsExactly("f", "e", "d", "c", "b");
  }

  @Test
  void timesThatAreASmallPartOfAllOrOfTheirOwnAreNoise() {
    QueryChange large =
        new QueryChange(
            "large", new QueryFigures(1, 100_000, 0, 0), new QueryFigures(1, 100_999, 0, 0));

    assertThat(largest(large, query("known", 0, 1000), query("tiny", 0, 50)))
        .containsExactly("known");
  }

  @ParameterizedTest(name = "{0} of 1,000, {1} before: {2}")
  @CsvSource({
    // a twentieth of all changes
    "50, 0, true",
    "49, 0, false",
    "-50, 0, true",
    // and a hundredth of its own time
    "50, 5000, true",
    "50, 5001, false",
    "-50, 5001, false",
  })
  void aTimeIsChosenFromATwentiethOfAllAndAHundredthOfItsOwnOn(
      long selfTime, long before, boolean isChosen) {
    QueryChange some =
        new QueryChange(
            "some",
            new QueryFigures(1, before, 0, 0),
            new QueryFigures(1, before + selfTime, 0, 0));

    assertThat(largest(some, query("rest", 0, 1000 - Math.abs(selfTime))))
        .isEqualTo(isChosen ? List.of("rest", "some") : List.of("rest"));
  }

  @Test
  void whatIsChosenByInvocationsIsNotChosenAgainByTime() {
    assertThat(
            largest(
                query("both", 9, 900),
                query("time", 0, 800),
                query("fourth", 1, 0),
                query("second", 8, 700),
                query("third", 7, 600),
                query("late", 0, 500),
                query("later", 0, 400)))
        .containsExactly("both", "second", "third", "time", "late");
  }

  @Test
  void equalTimesAreOrderedByInvocationsThenName() {
    assertThat(
            largest(
                query("a", 5, 0),
                query("b", 4, 0),
                query("c", 3, 0),
                query("z", 2, 100),
                query("y", 1, 100),
                query("x", 1, -100)))
        .containsExactly("a", "b", "c", "z", "x");
  }

  @Test
  void theWholeIsTheChangeOfTheTotals() {
    QueryFigures whole = new QueryRanking(profile(List.of())).whole();

    assertThat(whole).isEqualTo(new QueryFigures(1, 1, 0, 0));
  }

  @Test
  void nothingThatDidNotChangeIsChosen() {
    assertThat(largest(query("typeck", 0, 0))).isEmpty();
    assertThat(largest()).isEmpty();
  }

  @Test
  void equalChangesAreOrderedByTimeThenCacheThenLoadingThenName() {
    QueryChange[] queries = {
      change("time", 5, 30, 0, 0),
      change("cache", 5, 20, 7, 0),
      change("loading", 5, 20, 0, 7),
      change("a", 5, 20, 0, 0),
      change("b", 5, 20, 0, 0)
    };
    List<QueryChange> shuffled = Arrays.asList(queries.clone());
    Collections.shuffle(shuffled, new Random(7));

    assertThat(new QueryRanking(profile(shuffled)).all()).containsExactly(queries);
  }

  @Test
  void aShareIsOfTheWholeChange() {
    assertThat(QueryRanking.share(587, 1107)).hasValue(587.0 / 1107);
    assertThat(QueryRanking.share(-9, 2)).hasValue(-4.5);
    assertThat(QueryRanking.share(1, 0)).isEmpty();
  }

  private static List<String> largest(QueryChange... queries) {
    return new QueryRanking(profile(List.of(queries)))
        .largest().stream().map(QueryChange::label).toList();
  }

  private static SelfProfile profile(List<QueryChange> queries) {
    return new SelfProfile(query("Totals", 1, 1), queries, List.of());
  }

  private static QueryChange query(String label, long invocations, long selfTime) {
    return change(label, invocations, selfTime, 0, 0);
  }

  private static QueryChange change(
      String label, long invocations, long selfTime, long cacheHits, long loadTime) {
    return new QueryChange(
        label,
        new QueryFigures(100, 1000, 100, 100),
        new QueryFigures(100 + invocations, 1000 + selfTime, 100 + cacheHits, 100 + loadTime));
  }
}
