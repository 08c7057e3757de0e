package dev.perftriage.report;

import dev.perftriage.model.Artifact;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongFunction;

/** Dates, build times and component sizes of artifacts, ready to print. */
public final class ArtifactFacts {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private ArtifactFacts() {}

  /** When an artifact was merged, in UTC, to the minute; empty for a release. */
  public static Optional<String> date(Artifact artifact) {
    return Optional.ofNullable(artifact.date()).map(DATE::format);
  }

  /**
   * Build time, total size and component sizes of both artifacts: a name, the values before and
   * after with their unit, and the relative change as a percentage; {@code -} if not measured. A
   * fact missing from both artifacts has no row, and a single component has no total.
   */
  public static List<List<String>> rows(Artifact before, Artifact after) {
    List<List<String>> rows = new ArrayList<>();
    long timeBefore = before.bootstrapTotal();
    long timeAfter = after.bootstrapTotal();
    if (timeBefore != 0 || timeAfter != 0) {
      rows.add(row("bootstrap", timeBefore, timeAfter, Numbers::duration));
    }
    TreeSet<String> components = new TreeSet<>(before.componentSizes().keySet());
    components.addAll(after.componentSizes().keySet());
    if (components.size() > 1) {
      rows.add(row("total size", total(before), total(after), Numbers::size));
    }
    for (String component : components) {
      rows.add(
          row(
              PlainText.onOneLine(component),
              before.componentSizes().getOrDefault(component, 0L),
              after.componentSizes().getOrDefault(component, 0L),
              Numbers::size));
    }
    return rows;
  }

  private static long total(Artifact artifact) {
    return artifact.componentSizes().values().stream().mapToLong(Long::longValue).sum();
  }

  private static List<String> row(
      String name, long before, long after, LongFunction<String> shown) {
    return List.of(
        name,
        before == 0 ? Numbers.NONE : shown.apply(before),
        after == 0 ? Numbers.NONE : shown.apply(after),
        before == 0 || after == 0
            ? Numbers.NONE
            : Numbers.percent((double) (after - before) / before));
  }
}
