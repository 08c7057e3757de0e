package dev.perftriage.cli;

import dev.perftriage.app.ComparisonAddress;
import dev.perftriage.app.ResolveRun;
import dev.perftriage.app.Session;
import dev.perftriage.app.UsageException;
import dev.perftriage.model.ResolvedRevision;
import dev.perftriage.model.Revision;
import dev.perftriage.report.data.JsonRevisions;
import dev.perftriage.report.text.TextRevisions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** Says what revisions mean. */
final class ResolveCommand implements Callable<Integer> {

  /** What it does, in a line. */
  static final String HEADER = "Resolve revisions.";

  private final CommandContext context;
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  private final Option<List<String>> words =
      Option.parameters(
          "REV",
          "Revisions (see compare --help), or the URL of a comparison on the site for both of"
              + " its revisions.");

  private final Option<Format> format =
      Options.word(EnumWords.of(Format.values()), "-f", "--format")
          .paramLabel("FORMAT")
          .defaultValue("text")
          .description("text or json. Default: ${DEFAULT-VALUE}.")
          .build();

  private final SourceOptions source = new SourceOptions();

  private ResolveCommand(CommandContext context) {
    this.context = context;
    Option.add(spec, words, format).addMixin("%nData sources:%n", source.section());
    Options.addHelp(spec);
    spec.usageMessage()
        .sortOptions(false)
        .header(HEADER)
        .description(
            "%nPrints one line per revision: the revision as given, the full SHA (or the release or"
                + " date passed to the site), the time of the merge, the pull request, and the"
                + " kind: a merge, a release, a date, or a commit not on the list of merges, such"
                + " as a try build. A missing value is -.")
        .footerHeading("%nExamples:%n")
        .footer(
            "  perf-triage resolve pr:148040 pr:148040^ latest",
            "      the merge of a pull request, the merge before it, and the newest measured one");
    ExitCodesHelp.list(
        spec,
        ExitCodesHelp.DONE,
        ExitCodesHelp.USAGE,
        "3:a revision could not be resolved; the others were printed",
        ExitCodesHelp.BUG);
  }

  static CommandSpec spec(CommandContext context) {
    return new ResolveCommand(context).spec;
  }

  @Override
  public Integer call() {
    List<String> given = words.value();
    List<Revision> asked = given.stream().flatMap(this::revisions).toList();
    Session session = source.session(context);
    List<ResolvedRevision> resolved = ResolveRun.resolve(session, asked, context.diagnostics());
    Format chosen = format.value();
    context.out().print(chosen.render(resolved));
    ResolveRun.noteMissingList(session, resolved, context.diagnostics());
    return resolved.size() == asked.size() ? ExitCodes.DONE : ExitCodes.DATA;
  }

  /** The revision that a word is, or the two of a comparison's address. */
  private Stream<Revision> revisions(String word) {
    try {
      return ComparisonAddress.parse(word, source::isSite)
          .map(address -> Stream.of(address.start(), address.end()))
          .orElseGet(() -> Stream.of(Converters.revision("REV", word)));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
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
