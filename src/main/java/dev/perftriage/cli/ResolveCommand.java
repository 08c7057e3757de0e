package dev.perftriage.cli;

import dev.perftriage.app.ResolveRun;
import dev.perftriage.app.RevisionPair;
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
          "Revisions (see compare --help); A..B or the URL of a comparison or range on the site"
              + " stands for both of its revisions.");

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
            + " kind: merge, try (a recent try build), release, date, or commit (any other). A"
            + " missing value is -.");
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

  /** The revision named by a word, or both. */
  private Stream<Revision> revisions(String word) {
    return RevisionPair.parse(word, source::isSite)
        .map(pair -> Stream.of(pair.start(), pair.end()))
        .orElseGet(() -> Stream.of(Converters.revision("REV", word)));
  }
}
