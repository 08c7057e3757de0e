package dev.perftriage.cli;

import dev.perftriage.log.Entry;
import dev.perftriage.log.LogParser;
import dev.perftriage.log.LogText;
import dev.perftriage.log.Section;
import dev.perftriage.log.TriageLog;
import dev.perftriage.log.check.EntryMove;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Moves an entry of a log. */
@Command(
    name = "move",
    header = "Move an entry to another section, or drop it.",
    description =
        "%nThe entry keeps its table and notes and goes to its place in commit order, as far as the"
            + " log's links tell that, or else to the section's end. The counts are put right.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  perf-triage log move reports/2025/2025-11-03.md 148241 --to drop",
    exitCodeListHeading = ExitCodesHelp.HEADING,
    exitCodeList = {ExitCodesHelp.DONE, ExitCodesHelp.USAGE, ExitCodesHelp.DATA, ExitCodesHelp.BUG})
final class LogMoveCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "The log.")
  private String file = "";

  @Parameters(
      index = "1",
      paramLabel = "PR",
      converter = Converters.OfPull.class,
      description = "The entry's pull request, by number.")
  private Integer pr = 0;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "SECTION",
      description = "regressions, improvements, mixed or drop.")
  private Target target = Target.DROP;

  LogMoveCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    LogReader reader = new LogReader(surroundings);
    TriageLog log = reader.read(file);
    Entry entry = entry(log);
    Section from =
        log.sections().stream()
            .filter(section -> section.entries().contains(entry))
            .findFirst()
            .orElseThrow();
    if (target.section().filter(from.kind()::equals).isPresent()) {
      surroundings.out().print("#" + pr + " stands under " + from.heading() + " already" + "\n");
      return ExitCodes.DONE;
    }
    LogText moved = EntryMove.apply(log, entry, target.section());
    reader.write(moved);
    surroundings
        .out()
        .print(
            "#"
                + pr
                + target.section().map(to -> " moved to " + to.heading()).orElse(" dropped")
                + " from "
                + from.heading()
                + "\n");
    printCounts(LogParser.parse(moved));
    return ExitCodes.DONE;
  }

  private void printCounts(TriageLog log) {
    log.countLines().forEach(place -> surroundings.out().print(log.text(place).strip() + "\n"));
  }

  private Entry entry(TriageLog log) {
    List<Entry> found =
        log.entries().stream().filter(entry -> entry.number().orElse(0) == pr).toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    String names = log.entries().stream().map(Entry::name).collect(Collectors.joining(", "));
    throw new ParameterException(
        spec.commandLine(),
        found.isEmpty()
            ? file + " has no entry #" + pr + (names.isEmpty() ? "." : "; it has " + names + ".")
            : String.format(
                Locale.ROOT,
                "%s has #%d in lines %s; leave one of them there.",
                file,
                pr,
                found.stream()
                    .map(entry -> Integer.toString(entry.line()))
                    .collect(Collectors.joining(" and "))));
  }

  /** Where an entry goes. */
  enum Target {
    /** Under Regressions. */
    REGRESSIONS,
    /** Under Improvements. */
    IMPROVEMENTS,
    /** Under Mixed. */
    MIXED,
    /** Out of the log. */
    DROP;

    private Optional<Section.Kind> section() {
      return switch (this) {
        case REGRESSIONS -> Optional.of(Section.Kind.REGRESSIONS);
        case IMPROVEMENTS -> Optional.of(Section.Kind.IMPROVEMENTS);
        case MIXED -> Optional.of(Section.Kind.MIXED);
        case DROP -> Optional.empty();
      };
    }
  }
}
