package dev.perftriage.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * A section of options in a command's help. Each section is a mixin named after its heading,
 * because picocli's argument groups take a tenth of the time of a short run.
 *
 * @param heading the heading, with picocli's {@code %n}; empty for options in no other section
 * @param options the options, in the order of help
 */
public record OptionSection(String heading, List<OptionSpec> options) {

  /** Copies the list. */
  public OptionSection {
    options = List.copyOf(options);
  }

  /** The sections of a command; the first one has no heading. */
  public static List<OptionSection> of(CommandSpec command) {
    List<OptionSection> sections = new ArrayList<>();
    List<OptionSpec> others = new ArrayList<>(command.options());
    for (Map.Entry<String, CommandSpec> mixin : command.mixins().entrySet()) {
      sections.add(new OptionSection(mixin.getKey(), mixin.getValue().options()));
      others.removeAll(mixin.getValue().options());
    }
    sections.add(0, new OptionSection("", others));
    return sections;
  }

  /** Makes a command's help show its sections. */
  public static void show(CommandSpec command) {
    command
        .usageMessage()
        .sectionMap()
        .put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, OptionSection::render);
  }

  private static String render(Help help) {
    return of(help.commandSpec()).stream()
        .map(
            section ->
                help.createHeading(section.heading())
                    + help.optionListExcludingGroups(section.options()))
        .collect(Collectors.joining());
  }
}
