package dev.perftriage.cli;

import dev.perftriage.cli.help.OptionSection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
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
  private final Map<String, String> headersByName = new LinkedHashMap<>();

  /**
   * Adds a command to the groups.
   *
   * @param header what it does, in a line
   */
  void add(String task, String name, String header) {
    namesByTask.computeIfAbsent(task, unused -> new ArrayList<>()).add(name);
    headersByName.put(name, header);
  }

  /**
   * Adds the commands to the program that are wanted, or, where none is, their names alone: to make
   * one takes longer than many a command does.
   *
   * @param maker makes a command of its name
   */
  void addTo(
      CommandLine commandLine, Predicate<String> wanted, Function<String, CommandSpec> maker) {
    boolean none = true;
    for (String name : headersByName.keySet()) {
      if (wanted.test(name)) {
        CommandSpec command = maker.apply(name);
        OptionSection.show(command);
        commandLine.addSubcommand(name, command);
        none = false;
      }
    }
    if (none) {
      headersByName.keySet().forEach(name -> commandLine.addSubcommand(name, CommandSpec.create()));
    }
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
                help.colorScheme().text(Objects.requireNonNull(headersByName.get(name))));
          }
          list.append('\n').append(task).append(":\n").append(table);
        });
    return list.toString();
  }
}
