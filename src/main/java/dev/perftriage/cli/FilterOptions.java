package dev.perftriage.cli;

import dev.perftriage.analysis.CaseFilter;
import dev.perftriage.analysis.Criterion;
import dev.perftriage.analysis.Term;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which test cases count. */
class FilterOptions {

  /** The group's heading, which says what all of its options have in common. */
  static final String HEADING =
      "%nWhich test cases count, by name, with * and ?, or by a /regular expression/; several"
          + " with commas or%nthe option again, and those with ! in front are left out:%n";

  @Option(
      names = "--benchmark",
      paramLabel = "NAME",
      description = "Benchmarks, such as serde* or /^serde[-_]/ or !serde_derive*.")
  private List<String> benchmarks = new ArrayList<>();

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      completionCandidates = Candidates.Profiles.class,
      description = "Profiles, such as check, debug, opt or doc.")
  private List<String> profiles = new ArrayList<>();

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      completionCandidates = Candidates.Scenarios.class,
      description = "Scenarios, such as full or incr-patched, which is every patch.")
  private List<String> scenarios = new ArrayList<>();

  @Option(
      names = "--backend",
      paramLabel = "NAME",
      completionCandidates = Candidates.Backends.class,
      description = "Backends: llvm, cranelift.")
  private List<String> backends = new ArrayList<>();

  @Option(
      names = "--target",
      paramLabel = "NAME",
      completionCandidates = Candidates.Targets.class,
      description = "Target triples, such as aarch64*.")
  private List<String> targets = new ArrayList<>();

  @Option(
      names = "--category",
      paramLabel = "NAME",
      completionCandidates = Candidates.Categories.class,
      description = "primary or secondary.")
  private List<String> categories = new ArrayList<>();

  @Option(
      names = "--artifact",
      paramLabel = "NAME",
      completionCandidates = Candidates.Artifacts.class,
      description = "binary or library: what the benchmark is compiled to.")
  private List<String> artifacts = new ArrayList<>();

  @Option(
      names = "--direction",
      paramLabel = "NAME",
      completionCandidates = Candidates.Directions.class,
      description = "regression or improvement.")
  private List<String> directions = new ArrayList<>();

  @Option(
      names = "--min-change",
      paramLabel = "PERCENT",
      description = "Changes of that size or more either way, such as 1%%; !1%% for smaller ones.")
  private List<String> changes = new ArrayList<>();

  /** The filter that the options ask for. */
  final CaseFilter filter(CommandLine command) {
    Map<Criterion, List<Term>> terms = new EnumMap<>(Criterion.class);
    for (Criterion criterion : Criterion.values()) {
      List<Term> values = new ArrayList<>();
      for (String text : written(criterion)) {
        for (String value : CommaList.split(text)) {
          values.add(term(command, criterion, value));
        }
      }
      terms.put(criterion, values);
    }
    return new CaseFilter(terms);
  }

  private List<String> written(Criterion criterion) {
    return switch (criterion) {
      case BENCHMARK -> benchmarks;
      case PROFILE -> profiles;
      case SCENARIO -> scenarios;
      case BACKEND -> backends;
      case TARGET -> targets;
      case CATEGORY -> categories;
      case ARTIFACT -> artifacts;
      case DIRECTION -> directions;
      case MIN_CHANGE -> changes;
    };
  }

  private static Term term(CommandLine command, Criterion criterion, String value) {
    try {
      return Term.of(criterion, value);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          command, "--" + criterion.label() + ": " + e.getMessage() + ".", e);
    }
  }
}
