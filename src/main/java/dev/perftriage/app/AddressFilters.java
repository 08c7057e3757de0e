package dev.perftriage.app;

import dev.perftriage.analysis.Criterion;
import dev.perftriage.analysis.FilterPattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The filters in the URL of a page of the site, which names only what differs from the page's
 * defaults. A graph's URL names one test case.
 *
 * @param patterns the filters that this program has, too
 * @param withAll whether the page also lists changes that are not relevant
 * @param filtering the parameters of these filters, as {@code name=value}
 * @param unapplied the parameters that cannot be applied, likewise
 */
public record AddressFilters(
    Map<Criterion, List<FilterPattern>> patterns,
    boolean withAll,
    List<String> filtering,
    List<String> unapplied) {

  private static final String NO = "false";

  /** Copies the lists. */
  public AddressFilters {
    patterns = Collections.unmodifiableMap(new EnumMap<>(patterns));
    filtering = List.copyOf(filtering);
    unapplied = List.copyOf(unapplied);
  }

  /** Reads the parameters of a page. */
  static AddressFilters of(Map<String, String> parameters) {
    Map<Criterion, List<FilterPattern>> patterns = new EnumMap<>(Criterion.class);
    List<String> filtering = new ArrayList<>();
    List<String> unapplied = new ArrayList<>();
    boolean withAll = false;
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      String name = parameter.getKey();
      String value = parameter.getValue();
      if (name.equals("nonRelevant")) {
        withAll = value.equals("true");
      } else if (applied(name, value, patterns)) {
        if (narrows(name, value)) {
          filtering.add(name + "=" + value);
        }
      } else if (!isUsual(name, value)) {
        unapplied.add(name + "=" + value);
      }
    }
    return new AddressFilters(patterns, withAll, filtering, unapplied);
  }

  /** Whether a parameter leaves anything out; {@code check=true} does not. */
  private static boolean narrows(String name, String value) {
    Map<Criterion, List<FilterPattern>> alone = new EnumMap<>(Criterion.class);
    return applied(name, value, alone) && !alone.isEmpty();
  }

  /** Adds the filter of a parameter; returns whether it is one that this program has. */
  private static boolean applied(
      String name, String value, Map<Criterion, List<FilterPattern>> to) {
    try {
      return value.isBlank() || isFilter(name, value, to);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isFilter(
      String name, String value, Map<Criterion, List<FilterPattern>> to) {
    switch (name) {
      case "name" -> to.put(Criterion.BENCHMARK, List.of(expression(value.strip())));
      case "benchmark" -> to.put(Criterion.BENCHMARK, names(Criterion.BENCHMARK, value));
      case "profile" -> to.put(Criterion.PROFILE, names(Criterion.PROFILE, value));
      case "scenario" -> to.put(Criterion.SCENARIO, names(Criterion.SCENARIO, value));
      case "backend" -> to.put(Criterion.BACKEND, names(Criterion.BACKEND, value));
      case "target" -> to.put(Criterion.TARGET, names(Criterion.TARGET, value));
      case "check", "debug", "opt", "doc", "doc-json", "clippy" ->
          exclude(Criterion.PROFILE, name, value, to);
      case "full" -> exclude(Criterion.SCENARIO, "full", value, to);
      case "incrFull" -> exclude(Criterion.SCENARIO, "incr-full", value, to);
      case "incrUnchanged" -> exclude(Criterion.SCENARIO, "incr-unchanged", value, to);
      case "incrPatched" -> exclude(Criterion.SCENARIO, "incr-patched", value, to);
      case "backend-llvm" -> exclude(Criterion.BACKEND, "llvm", value, to);
      case "backend-clif" -> exclude(Criterion.BACKEND, "cranelift", value, to);
      case "primary", "secondary" -> exclude(Criterion.CATEGORY, name, value, to);
      case "binary", "library" -> exclude(Criterion.ARTIFACT, name, value, to);
      case "regressions" -> exclude(Criterion.DIRECTION, "regression", value, to);
      case "improvements" -> exclude(Criterion.DIRECTION, "improvement", value, to);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Whether a parameter says how the page looks, or only what this program does anyway. */
  private static boolean isUsual(String name, String value) {
    return name.equals("absolute")
        || name.equals("kind")
        || (name.equals("tab") && value.equals("compile"))
        || (name.equals("showRawData") && value.equals(NO));
  }

  private static void exclude(
      Criterion criterion, String name, String value, Map<Criterion, List<FilterPattern>> to) {
    if (value.equals(NO)) {
      to.computeIfAbsent(criterion, unused -> new ArrayList<>())
          .add(FilterPattern.of(criterion, "!" + name));
    }
  }

  private static List<FilterPattern> names(Criterion criterion, String value) {
    List<FilterPattern> patterns = new ArrayList<>();
    for (String name : value.split(",", -1)) {
      patterns.add(FilterPattern.of(criterion, name));
    }
    return patterns;
  }

  /** A benchmark's name as the page takes it: a regular expression, or else a part of the name. */
  private static FilterPattern expression(String value) {
    try {
      return FilterPattern.of(Criterion.BENCHMARK, "/" + value + "/");
    } catch (IllegalArgumentException e) {
      return FilterPattern.of(Criterion.BENCHMARK, "*" + value + "*");
    }
  }
}
