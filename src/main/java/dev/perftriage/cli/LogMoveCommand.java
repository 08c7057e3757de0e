package dev.perftriage.cli;

import dev.perftriage.app.LogReader;
import dev.perftriage.app.UsageException;
import dev.perftriage.log.LogEntry;
import dev.perftriage.log.LogParser;
import dev.perftriage.log.LogSection;
import dev.perftriage.log.LogText;
import dev.perftriage.log.SectionKind;
import dev.perftriage.log.TriageLog;
import dev.perftriage.log.check.EntryMove;
import dev.perftriage.report.PlainText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Moves an entry of a log. */
final class LogMoveCommand extends Command {

  private final Option<String> file =
      Option.parameter(
          String.class,
          PositionalParamSpec.builder()
              .index("0")
              .required(true)
              .paramLabel("FILE")
              .description("The log."));

  private final Option<Integer> pr =
      Option.parameter(
          Integer.class,
          PositionalParamSpec.builder()
              .converters((ITypeConverter<Integer>) Converters::pull)
              .index("1")
              .required(true)
              .paramLabel("PR")
              .description("Number of the entry's pull request."));

  private final Option<Destination> to =
      Option.word(Destination.class, "SECTION", "--to")
          .required()
          .describe("regressions, improvements, mixed or drop.");

  LogMoveCommand(CommandContext context) {
    super(context);
    Option.add(spec, file, pr, to);
    describe(
        "Move an entry to another section, or drop it.",
        "%nThe entry keeps its table and notes and moves to its place in commit order, if the"
            + " log's links determine it, otherwise to the end of the section. The counts are"
            + " updated.");
    footer("Example", "  perf-triage log move reports/2025/2025-11-03.md 148241 --to drop");
  }

  @Override
  public Integer call() {
    LogReader reader = context.logs();
    String name = file.value();
    if (name.equals(LogReader.STANDARD_INPUT)) {
      throw new UsageException("move changes a file, not standard input.");
    }
    int number = pr.value();
    Destination target = to.value();
    TriageLog log = reader.read(name);
    LogEntry entry = entry(log, name, number);
    LogSection from =
        log.sections().stream()
            .filter(section -> section.entries().contains(entry))
            .findFirst()
            .orElseThrow();
    if (target.section().filter(from.kind()::equals).isPresent()) {
      print("#" + number + " stands under " + from.heading() + " already");
      return ExitCodes.DONE;
    }
    LogText moved = EntryMove.apply(log, entry, target.section());
    reader.write(moved);
    String where = target.section().map(kind -> "moved to " + kind.heading()).orElse("dropped");
    print("#" + number + " " + where + " from " + from.heading());
    printCounts(LogParser.parse(moved));
    return ExitCodes.DONE;
  }

  private void printCounts(TriageLog log) {
    log.countLines().stream().flatMap(place -> log.text(place).lines()).forEach(this::print);
  }

  /** Prints a line; words of the log in it cannot reach the terminal. */
  private void print(String line) {
    context.print(PlainText.onOneLine(line) + "\n");
  }

  private LogEntry entry(TriageLog log, String name, int number) {
    List<LogEntry> found =
        log.entries().stream().filter(entry -> entry.number().orElse(0) == number).toList();
    if (found.isEmpty()) {
      String names = log.entries().stream().map(LogEntry::name).collect(Collectors.joining(", "));
      throw new UsageException(
          "%s has no entry #%s%s."
              .formatted(name, number, names.isEmpty() ? "" : "; it has " + names));
    }
    if (found.size() > 1) {
      String lines =
          found.stream()
              .map(entry -> String.valueOf(entry.line()))
              .collect(Collectors.joining(" and "));
      throw new UsageException(
          "%s has #%s in lines %s; leave one of them there.".formatted(name, number, lines));
    }
    return found.get(0);
  }

  /** Where an entry goes. */
  enum Destination {
    /** Under Regressions. */
    REGRESSIONS,
    /** Under Improvements. */
    IMPROVEMENTS,
    /** Under Mixed. */
    MIXED,
    /** Out of the log. */
    DROP;

    private Optional<SectionKind> section() {
      return this == DROP ? Optional.empty() : Optional.of(SectionKind.valueOf(name()));
    }
  }
}
