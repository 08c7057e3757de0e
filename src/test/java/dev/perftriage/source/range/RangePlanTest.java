package dev.perftriage.source.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perftriage.model.Bound;
import dev.perftriage.model.CommitHistory;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.DataException;
import dev.perftriage.model.MasterCommit;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Sha;
import dev.perftriage.source.io.Advice;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which merges a range has, by its ends and a list of the merges 1 to 20. */
class RangePlanTest {

  private static final Advice ADVICE = new Advice("", "", "", "", "", "swap them");

  private final DataException failure = new DataException("unavailable");

  @Test
  void betweenTwoListedCommitsAllMergesAreForeseen() {
    assertThat(plan(sha(3), sha(6)).foreseen())
        .extracting(merge -> merge.sha().text())
        .containsExactly(sha(3), sha(4), sha(5), sha(6));
  }

  @Test
  void upToTheNewestThoseAreForeseenThatAreSurelyMeasured() {
    assertThat(plan(sha(2), "").foreseen())
        .extracting(merge -> merge.sha().text())
        .containsExactly(sha(2), sha(3), sha(4));
  }

  @Test
  void nothingIsForeseenFromADayToADayOrWithoutAList() {
    assertThat(plan("2025-11-03", sha(6)).foreseen()).isEmpty();
    assertThat(plan(sha(3), "2025-11-03").foreseen()).isEmpty();
    assertThat(plan(sha(3), sha(6), Optional.empty()).foreseen()).isEmpty();
  }

  @Test
  void anEndThatIsNotListedConnectsNothing() {
    assertThat(plan(sha(3), sha(99)).chain()).isEmpty();
    assertThat(plan(sha(6), sha(3)).chain()).isEmpty();
  }

  @Test
  void withoutAComparisonTheNewestMergeIsTakenForTheOpenEnd() {
    RangePlan assumed = plan(sha(3), "").assumedAfter(failure).orElseThrow();

    assertThat(assumed.ends()).isEqualTo(query(sha(3), sha(20)));
  }

  @Test
  void withoutAComparisonTheListTellsThatARangeRunsBackwards() {
    assertThatThrownBy(() -> plan(sha(6), sha(3)).assumedAfter(failure))
        .hasMessage(
            "The range runs backwards: its start 00000000 is newer than its end 00000000; swap"
                + " them");
  }

  @Test
  void withoutAComparisonADayAsEndIsUnknown() {
    assertThatThrownBy(() -> plan(sha(3), "2025-11-03").assumedAfter(failure)).isSameAs(failure);
  }

  @Test
  void withoutAComparisonAStartThatIsNoCommitIsUnknown() {
    assertThat(plan("1.91.0", sha(6)).assumedAfter(failure)).isEmpty();
    assertThat(plan(sha(3), sha(6), Optional.empty()).assumedAfter(failure)).isEmpty();
  }

  private static RangePlan plan(String start, String end) {
    return plan(start, end, Optional.of(history()));
  }

  private static RangePlan plan(String start, String end, Optional<CommitHistory> list) {
    return new RangePlan(query(start, end), list, ADVICE);
  }

  private static ComparisonQuery query(String start, String end) {
    return new ComparisonQuery(new Bound(start), new Bound(end), Metric.INSTRUCTIONS);
  }

  private static CommitHistory history() {
    return new CommitHistory(
        IntStream.iterate(20, n -> n > 0, n -> n - 1)
            .mapToObj(
                n ->
                    new MasterCommit(
                        new Sha(sha(n)), new Sha(sha(n - 1)), n, Instant.ofEpochSecond(n)))
            .toList());
  }

  private static String sha(int number) {
    return String.format(Locale.ROOT, "%040x", number);
  }
}
