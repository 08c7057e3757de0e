package dev.perftriage.analysis.noise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.analysis.noise.Episodes.Episode;
import dev.perftriage.analysis.noise.Episodes.Extent;
import dev.perftriage.model.TestCase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many test cases left their level and came back together. */
class EpisodesTest {

  private static final Episode EPISODE = new Episode(10, 12, true);
  private static final List<String> PROFILES = List.of("check", "debug", "opt", "doc");

  @ParameterizedTest(name = "{0} benchmarks with {1} test cases, {2} elsewhere: {3}")
  @CsvSource({
    "1, 1, 0, ALONE",
    "1, 2, 0, FEW",
    "1, 3, 0, FEW",
    "2, 1, 0, ALONE",
    "2, 2, 0, FEW",
    "3, 1, 0, GROUP",
    "3, 4, 0, GROUP",
    "9, 1, 0, GROUP",
    "10, 1, 0, GROUP",
    // 25 at other merges of 100: three would have to be 1 + 0.25 + 4 × 0.5
    "3, 1, 25, ALONE",
    "3, 2, 25, FEW",
    "4, 1, 25, GROUP",
  })
  void benchmarksCount(int benchmarks, int cases, int elsewhere, Extent extent) {
    Episodes episodes = new Episodes(100, all(100));
    for (int i = 0; i < benchmarks; i++) {
      for (String profile : PROFILES.subList(0, cases)) {
        episodes.add(EPISODE, Range.testCase("benchmark-" + i, profile));
      }
    }
    for (int i = 0; i < elsewhere; i++) {
      episodes.add(new Episode(20 + i, 22 + i, true), Range.testCase("other"));
      // another length or direction is another kind
      episodes.add(new Episode(20 + i, 23 + i, true), Range.testCase("other"));
      episodes.add(new Episode(20 + i, 22 + i, false), Range.testCase("other"));
    }
    assertThat(episodes.extent(EPISODE, Range.testCase("benchmark-0"))).isEqualTo(extent);
    assertThat(episodes.endsOfGroups().containsAll(List.of(10, 12)))
        .isEqualTo(extent == Extent.GROUP);
    assertThat(episodes.endsOfGroups()).isSubsetOf(10, 12);
    assertThat(episodes.extent(new Episode(10, 13, true), Range.testCase("benchmark-0")))
        .isEqualTo(Extent.ALONE);
  }

  @ParameterizedTest(name = "{0} of 10 in three profiles, {1} of 10 in the fourth: {2}")
  @CsvSource({"5, 5, MACHINE", "10, 10, MACHINE", "4, 5, GROUP", "5, 4, GROUP", "10, 0, GROUP"})
  void mostTestCasesOfEveryProfileLookLikeTheMachine(int three, int fourth, Extent extent) {
    Episodes episodes = new Episodes(100, all(10));
    for (int i = 0; i < 10; i++) {
      for (String profile : PROFILES) {
        if (i < (profile.equals("doc") ? fourth : three)) {
          episodes.add(EPISODE, Range.testCase("benchmark-" + i, profile));
        }
      }
    }
    assertThat(episodes.extent(EPISODE, Range.testCase("benchmark-0"))).isEqualTo(extent);
  }

  @Test
  void oneProfileIsNotEveryOne() {
    List<TestCase> all = all(10).stream().filter(each -> each.profile().equals("opt")).toList();
    Episodes episodes = new Episodes(100, all);
    all.forEach(testCase -> episodes.add(EPISODE, testCase));

    assertThat(episodes.extent(EPISODE, all.get(0))).isEqualTo(Extent.GROUP);
  }

  @ParameterizedTest
  @CsvSource({
    "____|^____, 4, 5, true",
    "____^|____, 4, 5, true",
    "^^^^|_^^^^, 4, 5, false",
    "^^^^_|^^^^, 4, 5, false",
  })
  void bothEndsOfAnExcursionAreOneEpisode(String drawn, int out, int back, boolean isUp) {
    Sketch sketch = Sketch.of(drawn);

    assertThat(Episode.of(sketch.seen(), sketch.merge())).isEqualTo(new Episode(out, back, isUp));
  }

  private static List<TestCase> all(int benchmarks) {
    List<TestCase> all = new ArrayList<>();
    for (int i = 0; i < benchmarks; i++) {
      for (String profile : PROFILES) {
        all.add(Range.testCase("benchmark-" + i, profile));
      }
    }
    return all;
  }
}
