package dev.perftriage.cli;

import dev.perftriage.cli.help.OptionSection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The commands, grouped in help by what somebody wants to do. */
final class CommandGroups {

  private static final int NAME_WIDTH = 14;
  private static final int INDENT = 2;

  private final Map<String, List<String>> namesByTask = new LinkedHashMap<>();
  private final Map<String, LazyCommand> commands = new LinkedHashMap<>();

  /**
   * Adds a command to the groups.
   *
   * @param header what it does, in a line
   * @param maker makes it, when it is wanted
   */
  void add(String task, String name, String header, Supplier<CommandSpec> maker) {
    namesByTask.computeIfAbsent(task, unused -> new ArrayList<>()).add(name);
    commands.put(name, new LazyCommand(header, maker));
  }

  /**
   * Adds the commands to the program that are wanted, or, where none is, their names alone: to make
   * one takes longer than many a command does.
   */
  void addTo(CommandLine commandLine, Predicate<String> wanted) {
    boolean none = commands.keySet().stream().noneMatch(wanted);
    commands.forEach(
        (name, command) -> {
          if (none) {
            commandLine.addSubcommand(name, CommandSpec.create());
          } else if (wanted.test(name)) {
            CommandSpec spec = command.maker().get();
            OptionSection.show(spec);
            commandLine.addSubcommand(name, spec);
          }
        });
    Map<String, CommandLine.IHelpSectionRenderer> sections =
        new LinkedHashMap<>(commandLine.getHelpSectionMap());
    sections.remove(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING);
    sections.put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, this::render);
    commandLine.getCommandSpec().usageMessage().sectionMap(sections);
  }

  private String render(Help help) {
    StringBuilder list = new StringBuilder();
    int width = help.commandSpec().usageMessage().width();
    namesByTask.forEach(
        (task, names) -> {
          TextTable table =
              TextTable.forColumns(
                  help.colorScheme(),
                  new Column(NAME_WIDTH, INDENT, Overflow.SPAN),
                  new Column(width - NAME_WIDTH, INDENT, Overflow.WRAP));
          for (String name : names) {
            table.addRowValues(
                help.colorScheme().commandText(name),
                help.colorScheme().text(Objects.requireNonNull(commands.get(name)).header()));
          }
          list.append('\n').append(task).append(":\n").append(table);
        });
    return list.toString();
  }

  private record LazyCommand(String header, Supplier<CommandSpec> maker) {}
}
