package dev.perftriage.log.history;

import dev.perftriage.log.NoiseClaim;
import dev.perftriage.log.SectionKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * Weeks of the history that have something in common.
 *
 * @param name what they have in common: a triager, or a month as {@code YYYY-MM}
 * @param weeks the weeks, oldest first, at least one
 */
public record HistoryGroup(String name, List<HistoryWeek> weeks) implements HistoryCounts {

  private static final int LENGTH_OF_MONTH = "YYYY-MM".length();

  /** Copies the list. */
  public HistoryGroup {
    weeks = List.copyOf(weeks);
  }

  /**
   * Groups weeks: by triager, those with the most logs first, where a log of several people counts
   * for each of them; or by month.
   */
  public static List<HistoryGroup> of(List<HistoryWeek> weeks, Grouping by) {
    Map<String, List<HistoryWeek>> groups = new TreeMap<>();
    for (HistoryWeek week : weeks) {
      for (String name : by == Grouping.TRIAGER ? week.triagers() : List.of(month(week))) {
        groups.computeIfAbsent(name, unused -> new ArrayList<>()).add(week);
      }
    }
    List<HistoryGroup> all = new ArrayList<>();
    groups.forEach((name, own) -> all.add(new HistoryGroup(name, own)));
    if (by == Grouping.TRIAGER) {
      all.sort(Comparator.comparingInt((HistoryGroup group) -> -group.weeks.size()));
    }
    return all;
  }

  private static String month(HistoryWeek week) {
    return week.date().toString().substring(0, LENGTH_OF_MONTH);
  }

  @Override
  public OptionalInt merges() {
    return weeks.stream().flatMapToInt(week -> week.merges().stream()).reduce(Integer::sum);
  }

  @Override
  public int entries(SectionKind kind) {
    return sum(week -> week.entries(kind));
  }

  @Override
  public int rollups() {
    return sum(HistoryWeek::rollups);
  }

  @Override
  public int noise(NoiseClaim claim) {
    return sum(week -> week.noise(claim));
  }

  private int sum(ToIntFunction<HistoryWeek> count) {
    return weeks.stream().mapToInt(count).sum();
  }

  /** What weeks are grouped by. */
  public enum Grouping {
    TRIAGER,
    MONTH
  }
}
