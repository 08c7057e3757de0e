package dev.perftriage.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The commands, grouped in help by task. */
final class CommandGroups {

  private static final int NAME_WIDTH = 14;
  private static final int INDENT = 2;

  private final List<Member> members = new ArrayList<>();

  void add(String task, String name, String header, Function<CommandContext, Command> maker) {
    members.add(new Member(task, name, header, maker));
  }

  /** The names of the commands, in the order of help. */
  List<String> names() {
    return members.stream().map(Member::name).toList();
  }

  /**
   * Adds the wanted commands to the program, or only the names of all if none is wanted: creating a
   * command can take longer than running it.
   */
  void addTo(CommandLine commandLine, CommandContext context, Predicate<String> wanted) {
    for (Member member : members) {
      if (wanted.test(member.name)) {
        CommandSpec command = member.maker.apply(context).spec;
        OptionSection.show(command);
        commandLine.addSubcommand(member.name, command);
      }
    }
    if (commandLine.getSubcommands().isEmpty()) {
      members.forEach(member -> commandLine.addSubcommand(member.name, CommandSpec.create()));
    }
    Map<String, CommandLine.IHelpSectionRenderer> sections =
        new LinkedHashMap<>(commandLine.getHelpSectionMap());
    sections.remove(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING);
    sections.put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, this::render);
    commandLine.getCommandSpec().usageMessage().sectionMap(sections);
  }

  private String render(Help help) {
    return members.stream()
        .collect(Collectors.groupingBy(Member::task, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(group -> "\n" + group.getKey() + ":\n" + table(help, group.getValue()))
        .collect(Collectors.joining());
  }

  private static TextTable table(Help help, List<Member> members) {
    int width = help.commandSpec().usageMessage().width();
    TextTable table =
        TextTable.forColumns(
            help.colorScheme(),
            new Column(NAME_WIDTH, INDENT, Overflow.SPAN),
            new Column(width - NAME_WIDTH, INDENT, Overflow.WRAP));
    for (Member member : members) {
      table.addRowValues(
          help.colorScheme().commandText(member.name), help.colorScheme().text(member.header));
    }
    return table;
  }

  /** A command and the task whose group it is in. */
  private record Member(
      String task, String name, String header, Function<CommandContext, Command> maker) {}
}
