package dev.perftriage.cli;

import dev.perftriage.model.Metric;
import dev.perftriage.model.ResolvedRevision;
import dev.perftriage.model.ResolvedRevision.Kind;
import dev.perftriage.model.Revision;
import dev.perftriage.report.data.JsonRevisions;
import dev.perftriage.report.text.TextRevisions;
import dev.perftriage.source.DataException;
import dev.perftriage.source.Facts;
import dev.perftriage.source.Revisions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what revisions mean. */
@Command(
    name = "resolve",
    addMethodSubcommands = false,
    header = ResolveCommand.HEADER,
    description =
        "%nPrints a line for each: the revision as given, the full SHA (or the release or date that"
            + " the site is asked for), when it was merged, its pull request, and what it is: a"
            + " merge, a release, a date, or a commit that the list of merges does not have, such"
            + " as a try build. - stands for what it has not.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  perf-triage resolve pr:148040 pr:148040^ latest",
      "      the merge of a pull request, the merge before, and the newest measured one",
    },
    exitCodeListHeading = ExitCodesHelp.HEADING,
    exitCodeList = {
      ExitCodesHelp.DONE,
      ExitCodesHelp.USAGE,
      "3:a revision's meaning cannot be known; the others are printed",
      ExitCodesHelp.BUG
    })
final class ResolveCommand implements Callable<Integer> {

  /** What it does, in a line. */
  static final String HEADER = "Say what revisions mean.";

  private final Surroundings surroundings;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "REV",
      description =
          "Revisions, as compare takes them, or the address of one of the site's comparisons for"
              + " both of its revisions.")
  private List<String> words = new ArrayList<>();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

  @Mixin(name = "%nWhere facts come from:%n")
  private SourceOptions source = new SourceOptions();

  ResolveCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    List<Revision> asked = words.stream().flatMap(this::revisions).toList();
    Facts facts = source.facts(spec.commandLine(), surroundings);
    Revisions revisions = new Revisions(facts, surroundings.today(), Metric.INSTRUCTIONS);
    List<ResolvedRevision> resolved = new ArrayList<>();
    for (Revision revision : asked) {
      try {
        resolved.add(revisions.resolve(revision));
      } catch (DataException e) {
        surroundings.error(revision.word() + ": " + e.getMessage());
      }
    }
    surroundings.out().print(format.render(resolved));
    if (resolved.stream().anyMatch(revision -> revision.kind() == Kind.COMMIT)) {
      noteMissingList(facts);
    }
    return resolved.size() == asked.size() ? ExitCodes.DONE : ExitCodes.DATA;
  }

  /** The revision that a word is, or the two of a comparison's address. */
  private Stream<Revision> revisions(String word) {
    try {
      return ComparisonAddress.parse(word, source)
          .map(address -> Stream.of(address.start(), address.end()))
          .orElseGet(() -> Stream.of(Converters.revision(spec.commandLine(), "REV", word)));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  /** Says why nothing is known of a commit, where it may be a merge after all. */
  private void noteMissingList(Facts facts) {
    try {
      facts.commits();
    } catch (DataException e) {
      surroundings.note(e.getMessage() + "; what is a merge is not known without");
    }
  }

  /** What meanings are printed as. */
  enum Format {
    /** A line each. */
    TEXT {
      @Override
      String render(List<ResolvedRevision> revisions) {
        return TextRevisions.render(revisions);
      }
    },
    /** For programs. */
    JSON {
      @Override
      String render(List<ResolvedRevision> revisions) {
        return JsonRevisions.render(revisions);
      }
    };

    abstract String render(List<ResolvedRevision> revisions);
  }
}
