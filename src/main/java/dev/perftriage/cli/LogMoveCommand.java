package dev.perftriage.cli;

import dev.perftriage.app.LogMove;
import dev.perftriage.app.LogMove.Destination;
import dev.perftriage.app.LogReader;
import dev.perftriage.app.UsageException;
import dev.perftriage.log.TriageLog;
import dev.perftriage.report.PlainText;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Moves or drops an entry of a log. */
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
    LogMove move = LogMove.of(reader.read(name), pr.value(), to.value());
    if (move.isInPlace()) {
      print("#%s stands under %s already".formatted(pr.value(), move.from().heading()));
      return ExitCodes.DONE;
    }
    TriageLog moved = move.write(reader);
    String where = to.value().section().map(kind -> "moved to " + kind.heading()).orElse("dropped");
    print("#%s %s from %s".formatted(pr.value(), where, move.from().heading()));
    moved.countLines().stream().flatMap(place -> moved.text(place).lines()).forEach(this::print);
    context.next("perf-triage log check " + ShellWord.quoted(name) + " --fix");
    return ExitCodes.DONE;
  }

  /** Prints a line; words of the log in it cannot reach the terminal. */
  private void print(String line) {
    context.print(PlainText.onOneLine(line) + "\n");
  }
}
