package dev.perftriage.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Revision;
import dev.perftriage.model.Sha;
import dev.perftriage.source.range.Progress;
import dev.perftriage.source.range.RangeWalk;
import dev.perftriage.source.range.WalkedRange;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many merges before a range its verdicts use. */
class MergesBeforeTest {

  private static final String FIRST = "23fced0f";
  private static final String LAST = "f5711a55";

  /** Where the range begins that merges are counted back from. */
  private static final int BEGIN = 25;

  private final Session session = new Recorded().session();

  @ParameterizedTest(name = "{0} requested, {1} if stored: {2}")
  @CsvSource({"2, 12, 12", "2, 3, 3", "5, 2, 5", "5, 5, 5", "0, 12, 0", "2, 200, 25"})
  void thoseRequestedAndAsManyAsAreStoredUpToALimit(int requested, int stored, int used) {
    try (RangeWalk walk = session.walk()) {
      List<Sha> all = walked(walk, FIRST).steps();

      List<Sha> before =
          walked(walk, all.get(BEGIN - 1).text())
              .before(requested, stored, MergesBeforeTest::end)
              .steps();

      assertThat(before).isEqualTo(all.subList(BEGIN - used, BEGIN));
    }
  }

  private WalkedRange<Sha> walked(RangeWalk walk, String start) {
    return walk.walk(
        session.revisions(Metric.INSTRUCTIONS).between(Revision.parse(start), Revision.parse(LAST)),
        Progress.SILENT,
        MergesBeforeTest::end,
        MergesBeforeTest::end);
  }

  private static Sha end(ArtifactComparison comparison) {
    return comparison.after().commit();
  }
}
