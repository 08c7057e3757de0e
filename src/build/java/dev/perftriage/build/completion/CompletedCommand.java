package dev.perftriage.build.completion;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A command to complete.
 *
 * @param path its name after those of its parent commands
 * @param description what it does, in one sentence without full stop
 * @param options its options, in the order of its help
 * @param positionals its positional parameters
 * @param subcommands its subcommands
 */
record CompletedCommand(
    String path,
    String description,
    List<CompletedOption> options,
    List<CompletedValue> positionals,
    List<CompletedCommand> subcommands) {

  CompletedCommand {
    options = List.copyOf(options);
    positionals = List.copyOf(positionals);
    subcommands = List.copyOf(subcommands);
  }

  static CompletedCommand of(CommandSpec command) {
    String[] header = command.usageMessage().header();
    return new CompletedCommand(
        command.qualifiedName(),
        Sentences.first(header.length > 0 ? header : command.usageMessage().description()),
        command.options().stream()
            .filter(option -> !option.hidden())
            .map(CompletedOption::of)
            .toList(),
        command.positionalParameters().stream().map(CompletedValue::of).toList(),
        command.subcommands().values().stream()
            .map(subcommand -> of(subcommand.getCommandSpec()))
            .toList());
  }

  String name() {
    return path.substring(path.lastIndexOf(' ') + 1);
  }

  /** This command and all subcommands below it. */
  Stream<CompletedCommand> all() {
    return Stream.concat(Stream.of(this), subcommands.stream().flatMap(CompletedCommand::all));
  }
}
