package dev.perftriage.cli;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.Criterion;
import dev.perftriage.analysis.FilterPattern;
import dev.perftriage.app.UsageException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** Which test cases count. */
class FilterOptions {

  /** The section's heading, which says what all of its options have in common. */
  static final String HEADING =
      "%nFilters, by name with the wildcards * and ?, or by /regular expression/. Separate values"
          + " with commas or repeat the option; a leading ! excludes:%n";

  private static final String NAME = "NAME";

  private final Map<Criterion, Option<List<String>>> options = new EnumMap<>(Criterion.class);

  FilterOptions() {
    add(
        Criterion.BENCHMARK,
        NAME,
        List.of(),
        "Benchmarks, such as serde*, /^serde[-_]/ or !serde_derive*.");
    add(
        Criterion.PROFILE,
        NAME,
        Candidates.PROFILES,
        "Profiles, such as check, debug, opt or doc.");
    add(
        Criterion.SCENARIO,
        NAME,
        Candidates.SCENARIOS,
        "Scenarios, such as full, or incr-patched for every patch.");
    add(Criterion.BACKEND, NAME, Candidates.BACKENDS, "Backends: llvm, cranelift.");
    add(Criterion.TARGET, NAME, Candidates.TARGETS, "Target triples, such as aarch64*.");
    add(Criterion.CATEGORY, NAME, Candidates.CATEGORIES, "primary or secondary.");
    add(
        Criterion.ARTIFACT,
        NAME,
        Candidates.ARTIFACTS,
        "Crate type of the benchmark: binary or library.");
    add(Criterion.DIRECTION, NAME, Candidates.DIRECTIONS, "regression or improvement.");
    add(
        Criterion.MIN_CHANGE,
        "PERCENT",
        List.of(),
        "Minimum size of the change in either direction, such as 1%%; !1%% selects smaller ones.");
  }

  /** The options as a section of help. */
  CommandSpec section() {
    return Option.add(CommandSpec.create(), options.values().toArray(new Option<?>[0]));
  }

  /** The filter that the options ask for. */
  final CaseFilter filter() {
    Map<Criterion, List<FilterPattern>> terms = new EnumMap<>(Criterion.class);
    for (Map.Entry<Criterion, Option<List<String>>> option : options.entrySet()) {
      List<String> texts = option.getValue().value();
      List<FilterPattern> values = new ArrayList<>();
      for (String text : texts) {
        for (String value : CommaList.split(text)) {
          values.add(term(option.getKey(), value));
        }
      }
      terms.put(option.getKey(), values);
    }
    return new CaseFilter(terms);
  }

  private void add(Criterion criterion, String label, List<String> candidates, String description) {
    options.put(
        criterion,
        Options.texts("--" + criterion.label())
            .paramLabel(label)
            .completionCandidates(candidates)
            .description(description)
            .build());
  }

  private static FilterPattern term(Criterion criterion, String value) {
    try {
      return FilterPattern.of(criterion, value);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--" + criterion.label() + ": " + e.getMessage() + ".", e);
    }
  }
}
