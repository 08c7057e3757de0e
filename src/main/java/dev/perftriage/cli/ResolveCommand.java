package dev.perftriage.cli;

import dev.perftriage.app.ComparisonAddress;
import dev.perftriage.app.ResolveRun;
import dev.perftriage.app.Session;
import dev.perftriage.model.ResolvedRevision;
import dev.perftriage.model.Revision;
import dev.perftriage.report.data.JsonRevisions;
import dev.perftriage.report.text.TextRevisions;
import java.util.List;
import java.util.stream.Stream;

/** Resolves revisions. */
final class ResolveCommand extends Command {

  static final String HEADER = "Resolve revisions.";

  private final Option<List<String>> words =
      Option.parameters(
          "REV",
          "Revisions (see compare --help), or the URL of a comparison on the site for both of"
              + " its revisions.");

  private final Option<TextOrJson> format =
      Option.word(TextOrJson.class, "FORMAT", "-f", "--format")
          .defaultValue("text")
          .describe("text or json. Default: ${DEFAULT-VALUE}.");

  private final SourceOptions source = new SourceOptions();

  ResolveCommand(CommandContext context) {
    super(context);
    Option.add(spec, words, format).addMixin("%nData sources:%n", source.section());
    describe(
        HEADER,
        "%nPrints one line per revision: the revision as given, the full SHA (or the release or"
            + " date passed to the site), the time of the merge, the pull request, and the"
            + " kind: a merge, a release, a date, or a commit not on the list of merges, such"
            + " as a try build. A missing value is -.");
    footer(
        "Examples",
        "  perf-triage resolve pr:148040 pr:148040^ latest",
        "      the merge of a pull request, the merge before it, and the newest measured one");
    exitCodes(
        ExitCodes.HELP_DONE,
        ExitCodes.HELP_USAGE,
        ExitCodes.DATA + ":a revision could not be resolved; the others were printed",
        ExitCodes.HELP_BUG);
  }

  @Override
  public Integer call() {
    List<Revision> asked = words.value().stream().flatMap(this::revisions).toList();
    Session session = source.session(context);
    List<ResolvedRevision> resolved = ResolveRun.resolve(session, asked, context.diagnostics());
    context.print(
        switch (format.value()) {
          case TEXT -> TextRevisions.render(resolved);
          case JSON -> JsonRevisions.render(resolved);
        });
    ResolveRun.noteMissingList(session, resolved, context.diagnostics());
    return resolved.size() == asked.size() ? ExitCodes.DONE : ExitCodes.DATA;
  }

  /** The revision named by a word, or both revisions of a comparison's URL. */
  private Stream<Revision> revisions(String word) {
    return ComparisonAddress.parse(word, source::isSite)
        .map(address -> Stream.of(address.start(), address.end()))
        .orElseGet(() -> Stream.of(Converters.revision("REV", word)));
  }
}
