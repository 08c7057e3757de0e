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
 * Options of a command that help shows together. They come from a mixin whose name is the heading:
 * picocli's own groups, which can do far more, take a tenth of the time of a short run.
 *
 * @param heading with picocli's {@code %n}; empty for the options that are in no other section
 * @param options in the order in which help shows them
 */
public record OptionSection(String heading, List<OptionSpec> options) {

  /** Copies the list. */
  public OptionSection {
    options = List.copyOf(options);
  }

  /** The sections of a command, that without a heading first. */
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
