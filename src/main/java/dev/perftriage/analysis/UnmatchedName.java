package dev.perftriage.analysis;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A filter value that matches nothing, such as a misspelt name.
 *
 * @param word the value, without the {@code !}
 * @param available the existing names, sorted
 */
public record UnmatchedName(FilterKey key, String word, List<String> available) {

  private static final Pattern WILDCARDS = Pattern.compile("[*?/]");

  public UnmatchedName {
    available = List.copyOf(available);
  }

  static UnmatchedName of(
      FilterKey key, FilterPattern pattern, Collection<FilterSubject> subjects) {
    TreeSet<String> available = new TreeSet<>();
    subjects.forEach(some -> available.addAll(some.names(key)));
    return new UnmatchedName(key, pattern.word(), List.copyOf(available));
  }

  /** The most similar available names: those that contain the value, then by common prefix. */
  public List<String> nearest(int most) {
    return available.stream()
        .sorted(Comparator.comparingInt((String name) -> -likeness(name)))
        .limit(most)
        .toList();
  }

  private int likeness(String name) {
    String one = name.toLowerCase(Locale.ROOT);
    String other = WILDCARDS.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
    if (!other.isEmpty() && one.contains(other)) {
      return Integer.MAX_VALUE;
    }
    // The length of their common prefix.
    return Math.max(0, Arrays.mismatch(one.toCharArray(), other.toCharArray()));
  }
}
