package dev.perftriage.cli;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.Criterion;
import dev.perftriage.analysis.FilterPattern;
import dev.perftriage.app.UsageException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;

/** The options that filter test cases. */
final class FilterOptions {

  /** The section's heading, which explains the syntax that all its options share. */
  static final String HEADING =
      "%nFilters, by name with the wildcards * and ?, or by /regular expression/. Separate values"
          + " with commas or repeat the option; a leading ! excludes:%n";

  private static final Pattern VALUE =
      Pattern.compile("\\G(\\s*!?\\s*/.*?(?<!\\\\)/\\s*(?=,|\\z)|[^,]*)(,|\\z)", Pattern.DOTALL);

  private final Map<Criterion, Option<List<String>>> options = new EnumMap<>(Criterion.class);

  /**
   * Creates the options; the candidates for completion are the names that the site currently uses.
   */
  FilterOptions() {
    add(Criterion.BENCHMARK, "Benchmarks, such as serde*, /^serde[-_]/ or !serde_derive*.");
    add(
        Criterion.PROFILE,
        "Profiles, such as check, debug, opt or doc.",
        "check",
        "debug",
        "opt",
        "doc",
        "doc-json",
        "clippy");
    add(
        Criterion.SCENARIO,
        "Scenarios, such as full, or incr-patched for every patch.",
        "full",
        "incr-full",
        "incr-unchanged",
        "incr-patched");
    add(Criterion.BACKEND, "Backends: llvm, cranelift.", "llvm", "cranelift");
    add(
        Criterion.TARGET,
        "Target triples, such as aarch64*.",
        "x86_64-unknown-linux-gnu",
        "aarch64-unknown-linux-gnu");
    add(Criterion.CATEGORY, "primary or secondary.", "primary", "secondary");
    add(Criterion.ARTIFACT, "Crate type of the benchmark: binary or library.", "binary", "library");
    add(Criterion.DIRECTION, "regression or improvement.", "regression", "improvement");
    add(
        Criterion.MIN_CHANGE,
        "Minimum size of the change in either direction, such as 1%%; !1%% selects smaller ones.");
  }

  private void add(Criterion criterion, String description, String... candidates) {
    String label = criterion == Criterion.MIN_CHANGE ? "PERCENT" : "NAME";
    options.put(
        criterion,
        Option.texts(label, "--" + criterion.label())
            .completionCandidates(List.of(candidates))
            .describe(description));
  }

  /** The options as a section of help. */
  CommandSpec section() {
    return Option.section(options.values().toArray(Option<?>[]::new));
  }

  /** The filter given by the options. */
  CaseFilter filter() {
    Map<Criterion, List<FilterPattern>> terms = new EnumMap<>(Criterion.class);
    options.forEach(
        (criterion, option) ->
            terms.put(
                criterion,
                option.value().stream()
                    .flatMap(text -> split(text).stream())
                    .map(value -> term(criterion, value))
                    .toList()));
    return new CaseFilter(terms);
  }

  /** Splits values at commas, except within regular expressions. */
  static List<String> split(String text) {
    List<String> values = new ArrayList<>();
    Matcher value = VALUE.matcher(text);
    boolean more = true;
    while (more && value.find()) {
      values.add(value.group(1));
      more = !value.group(2).isEmpty();
    }
    return values;
  }

  private static FilterPattern term(Criterion criterion, String value) {
    try {
      return FilterPattern.of(criterion, value);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--" + criterion.label() + ": " + e.getMessage() + ".", e);
    }
  }
}
