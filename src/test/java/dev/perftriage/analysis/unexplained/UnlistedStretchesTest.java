package dev.perftriage.analysis.unexplained;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.analysis.TriageWeek;
import dev.perftriage.analysis.noise.SeriesBuilder;
import dev.perftriage.model.Sha;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which comparisons by a further metric are worth fetching; merges 3 and 6 are the entries. */
class UnlistedStretchesTest {

  private static final TriageWeek WEEK =
      new Steps().with("a", 100, 100, 100, 110, 110, 110, 100, 100, 100).week();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "moved before the first entry | 100 120 120 120 120 120 120 120 120 | 1 2",
        "moved between both | 100 100 100 100 100 120 120 120 120 | 4 5",
        "moved after the last | 100 100 100 100 100 100 100 100 120 | 7 8",
        "moved at an entry | 100 100 100 120 120 120 120 120 120 |",
        "moved nowhere | 100 100 100 100 100 100 100 100 100 |",
        "went back within a stretch | 100 120 100 100 100 100 100 100 100 |",
        "moved in two stretches | 100 110 110 110 120 120 120 120 120 | 1 2 4 5",
        "moved a tenth in the second | 100 117.5 117.5 117.5 117.5 120 120 120 120 | 1 2 4 5",
        "moved less than a tenth there | 100 118 118 118 118 120 120 120 120 | 1 2",
        "moved the other way in the second | 100 140 140 140 140 120 120 120 120 | 1 2",
        "fell | 100 80 80 80 80 80 80 80 80 | 1 2",
        "is zero first | 0 80 80 80 80 100 100 100 100 | 4 5",
        "hardly moved in the second | 100 119 119 119 119 120 120 120 120 | 1 2",
      })
  void theyLieWhereUnexplainedChangesMustHaveHappened(String what, String values, String merges) {
    double[] series = Arrays.stream(values.split(" ")).mapToDouble(Double::parseDouble).toArray();

    Set<Sha> found = new Steps().by("max-rss").with("a", series).ledger(3, 6).toFetch(WEEK);

    assertThat(found)
        .as(what)
        .containsExactlyInAnyOrderElementsOf(
            merges == null
                ? Set.of()
                : Arrays.stream(merges.split(" "))
                    .map(merge -> Steps.commit(Integer.parseInt(merge)))
                    .toList());
  }

  @ParameterizedTest
  @CsvSource({"60, 60", "61, 0"})
  void aStretchIsFetchedAsAWholeOrNotAtAll(int merges, int fetched) {
    double[] flat = IntStream.rangeClosed(0, merges).mapToDouble(i -> 100).toArray();
    double[] moved = flat.clone();
    moved[merges] = 150;

    assertThat(
            new Steps()
                .by("max-rss")
                .with("a", moved)
                .ledger()
                .toFetch(new Steps().with("a", flat).week()))
        .hasSize(fetched);
  }

  @Test
  void ofStretchesThatAreTooManyTogetherTheOneWithMoreIsFetched() {
    double[] entry = IntStream.rangeClosed(0, 71).mapToDouble(i -> i < 36 ? 100 : 200).toArray();
    double[] moved = IntStream.rangeClosed(0, 71).mapToDouble(i -> i < 9 ? 100 : 110).toArray();
    for (int i = 50; i < moved.length; i++) {
      moved[i] = 150;
    }

    Set<Sha> found =
        new Steps()
            .by("max-rss")
            .with("a", moved)
            .ledger(36)
            .toFetch(new Steps().with("a", entry).week());

    // 35 merges before the entry and 35 after it are more than 60.
    assertThat(found).hasSize(35).contains(Steps.commit(37), Steps.commit(71));
  }

  @Test
  void nothingIsFetchedWhereNothingIsKnown() {
    assertThat(new RangeLedger(SeriesBuilder::new).toFetch(WEEK)).isEmpty();
    assertThat(new RangeLedger(SeriesBuilder::new).unexplained(WEEK)).isEqualTo(Unexplained.NONE);
  }

  @Test
  void whatIsFetchedIsNamed() {
    Steps steps = new Steps().by("max-rss").with("a", 100, 100, 100, 100, 100, 120, 120, 120, 120);
    RangeLedger ledger = steps.ledger(3, 6);
    steps.add(ledger, 4);
    steps.add(ledger, 5);

    Unexplained unexplained = ledger.unexplained(WEEK);

    assertThat(unexplained.changes().get(0).contributions())
        .extracting(each -> each.merge().pr())
        .containsExactly(5);
    assertThat(unexplained.changes().get(0).notCompared()).isEqualTo(4);
    assertThat(unexplained.merges())
        .extracting(merge -> merge.summary().after().pr())
        .containsExactly(5);
  }
}
