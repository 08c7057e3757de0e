package dev.perftriage.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.analysis.noise.NoiseVerdict;
import dev.perftriage.model.ArtifactComparison;
import dev.perftriage.model.ComparisonQuery;
import dev.perftriage.model.Metric;
import dev.perftriage.model.Revision;
import dev.perftriage.model.TestCase;
import dev.perftriage.source.range.Progress;
import dev.perftriage.source.range.RangeWalk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges of any length are judged in windows. */
class NoiseWindowsTest {

  private static final int BEFORE = 3;

  private final Session session = new Recorded().session();
  private final List<ComparisonQuery> steps = steps();

  /** The sample week is so short that the context of each window has all of it. */
  @ParameterizedTest
  @ValueSource(ints = {1, 10, 12})
  void windowsWithAllMergesAroundThemAreJudgedAsTheWhole(int length) {
    List<Map<TestCase, NoiseVerdict>> inWindows = judged(length, new ArrayList<>());

    assertThat(inWindows).isEqualTo(judged(NoiseWindows.LENGTH, new ArrayList<>()));
    assertThat(inWindows.stream().flatMap(verdicts -> verdicts.values().stream()))
        .contains(NoiseVerdict.PERSISTENT, NoiseVerdict.RETURNED)
        .hasSizeGreaterThan(1000);
  }

  @Test
  void aWindowReadsUpToThirtyMergesAfterIt() {
    List<ComparisonQuery> read = new ArrayList<>();
    windows(2, read).of(BEFORE);

    assertThat(read).isEqualTo(steps.subList(0, BEFORE + 2 + 30));
  }

  private List<Map<TestCase, NoiseVerdict>> judged(int length, List<ComparisonQuery> read) {
    NoiseWindows windows = windows(length, read);
    List<Map<TestCase, NoiseVerdict>> judged = new ArrayList<>();
    for (int at = BEFORE; at < steps.size(); at++) {
      judged.add(windows.of(at));
    }
    return judged;
  }

  private NoiseWindows windows(int length, List<ComparisonQuery> read) {
    return new NoiseWindows(
        steps,
        BEFORE,
        List.of(),
        Set.of(TestCase.DEFAULT_TARGET),
        query -> {
          read.add(query);
          return session.sources().comparisons().get(query);
        },
        session.sources().stored(),
        length);
  }

  private List<ComparisonQuery> steps() {
    try (RangeWalk walk = session.walk()) {
      return walk.walk(
              session
                  .revisions(Metric.INSTRUCTIONS)
                  .between(Revision.parse("23fced0f"), Revision.parse("f5711a55")),
              Progress.SILENT,
              NoiseWindowsTest::query,
              NoiseWindowsTest::query)
          .steps();
    }
  }

  private static ComparisonQuery query(ArtifactComparison all) {
    return ComparisonQuery.of(all.before().commit(), all.after().commit(), all.metric());
  }
}
