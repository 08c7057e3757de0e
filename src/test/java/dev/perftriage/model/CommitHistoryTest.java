package dev.perftriage.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommitHistoryTest {

  /** Five merges, each the parent of the next; the parent of the first is not listed. */
  private static final CommitHistory FIVE =
      new CommitHistory(List.of(merge(5), merge(4), merge(3), merge(2), merge(1)));

  @ParameterizedTest(name = "{1} after {0}: {2}")
  @CsvSource({
    "3, 0, 3",
    "3, 1, 3 4",
    "3, 2, 3 4 5",
    "3, 9, 3 4 5",
    "5, 9, 5",
    "0, 2, 0 1 2",
    "7, 9,"
  })
  void mergesAfterOneAreThoseUpToTheNewest(int end, int count, String merges) {
    List<Sha> expected =
        merges == null
            ? List.of()
            : List.of(merges.split(" ")).stream()
                .map(Integer::parseInt)
                .map(CommitHistoryTest::commit)
                .toList();

    assertThat(FIVE.after(commit(end), count)).extracting(Merge::sha).isEqualTo(expected);
    assertThat(new CommitHistory(List.of()).after(commit(end), count)).isEmpty();
  }

  private static MasterCommit merge(int number) {
    return new MasterCommit(commit(number), commit(number - 1), number, Instant.EPOCH);
  }

  private static Sha commit(int number) {
    return new Sha(Integer.toString(number).repeat(40));
  }
}
