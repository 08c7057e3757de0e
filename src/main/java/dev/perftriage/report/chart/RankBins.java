package dev.perftriage.report.chart;

import dev.perftriage.analysis.TestCaseChange;
import java.util.ArrayList;
import java.util.List;

/**
 * Ranked test cases in groups of neighbours, few enough that a pointer can hit each.
 *
 * @param firstRank the rank of its first test case, from 1
 * @param lastRank the rank of its last one
 * @param label what the group says
 */
record RankBins(int firstRank, int lastRank, String label) {

  /** Groups ranked changes. */
  static List<RankBins> of(List<TestCaseChange> ascending, int mostBins) {
    int size = Math.max(1, (ascending.size() + mostBins - 1) / mostBins);
    List<RankBins> bins = new ArrayList<>();
    for (int from = 0; from < ascending.size(); from += size) {
      List<TestCaseChange> bin = ascending.subList(from, Math.min(from + size, ascending.size()));
      bins.add(new RankBins(from + 1, from + bin.size(), label(bin, from)));
    }
    return bins;
  }

  private static String label(List<TestCaseChange> bin, int from) {
    TestCaseChange first = bin.get(0);
    TestCaseChange last = bin.get(bin.size() - 1);
    if (bin.size() == 1) {
      return Tooltips.of(first);
    }
    return "ranks "
        + (from + 1)
        + " to "
        + (from + bin.size())
        + ": "
        + first.testCase()
        + " "
        + Ticks.change(first.change())
        + " to "
        + last.testCase()
        + " "
        + Ticks.change(last.change());
  }
}
