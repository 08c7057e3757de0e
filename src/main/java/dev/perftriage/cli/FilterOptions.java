package dev.perftriage.cli;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.Criterion;
import dev.perftriage.analysis.FieldKey;
import dev.perftriage.analysis.FilterKey;
import dev.perftriage.analysis.FilterPattern;
import dev.perftriage.app.RevisionPair;
import dev.perftriage.app.UsageException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

  private final Option<List<String>> where =
      Option.texts("FIELD=VALUE", "--where")
          .describe(
              "Test cases by any field of the site's answers, such as frontend_threads=4 or"
                  + " frontend_threads=!1; for fields that have no option of their own.");

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
    return Option.add(Option.section(options.values().toArray(Option<?>[]::new)), where);
  }

  /** The filter given by the options, and by a pasted address where no option says otherwise. */
  CaseFilter filter(Optional<RevisionPair> pasted) {
    Map<FilterKey, List<FilterPattern>> given = new HashMap<>();
    options.forEach(
        (criterion, option) ->
            option
                .value()
                .forEach(text -> add(given, criterion, "--" + criterion.label(), split(text))));
    where.value().forEach(text -> addField(given, text));
    Map<FilterKey, List<FilterPattern>> terms = new HashMap<>();
    pasted.ifPresent(pair -> terms.putAll(pair.filters().patterns()));
    terms.putAll(given);
    return new CaseFilter(terms);
  }

  /**
   * The filter given by the options, and by names given as parameters, which replace the options of
   * their criteria.
   */
  CaseFilter filter(Map<Criterion, String> names) {
    Map<FilterKey, List<FilterPattern>> terms = new HashMap<>(filter(Optional.empty()).patterns());
    names.forEach(
        (criterion, text) -> {
          terms.remove(criterion);
          add(terms, criterion, criterion.label().toUpperCase(Locale.ROOT), split(text));
        });
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

  /** Adds the values of a field, written {@code FIELD=VALUE}; a known field is a criterion. */
  private void addField(Map<FilterKey, List<FilterPattern>> terms, String text) {
    int equals = text.indexOf('=');
    String field = equals < 0 ? "" : text.substring(0, equals).strip();
    if (field.isEmpty() || field.startsWith("!") || field.endsWith("!")) {
      throw new UsageException(
          "%s: '%s' is not FIELD=VALUE; to exclude a value, write FIELD=!VALUE."
              .formatted(where.name(), text));
    }
    FilterKey key =
        options.keySet().stream()
            .filter(criterion -> criterion.label().equals(field))
            .map(FilterKey.class::cast)
            .findFirst()
            .orElseGet(() -> new FieldKey(field));
    add(terms, key, where.name() + " " + field, split(text.substring(equals + 1)));
  }

  private static void add(
      Map<FilterKey, List<FilterPattern>> terms,
      FilterKey key,
      String option,
      List<String> values) {
    List<FilterPattern> patterns = terms.computeIfAbsent(key, unused -> new ArrayList<>());
    for (String value : values) {
      try {
        patterns.add(FilterPattern.of(key, value));
      } catch (IllegalArgumentException e) {
        throw new UsageException(option + ": " + e.getMessage() + ".", e);
      }
    }
  }
}
