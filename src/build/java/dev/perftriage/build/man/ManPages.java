package dev.perftriage.build.man;

import dev.perftriage.cli.OptionSection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Generates a manual page for each command from its help.
 *
 * <p>Picocli's generator writes AsciiDoc, whose conversion takes a Ruby interpreter of 40 MB and a
 * Maven plugin that requires a newer Maven than this build.
 */
public final class ManPages {

  private static final String SECTION = "1";

  private ManPages() {}

  /**
   * The pages of a program and all its commands, by file name, such as {@code
   * perf-triage-report.1}.
   *
   * @param version the text of the pages' footer, instead of a date
   */
  public static Map<String, String> of(CommandSpec program, String version) {
    Map<String, String> pages = new TreeMap<>();
    add(program, version, pages);
    return pages;
  }

  private static void add(CommandSpec command, String version, Map<String, String> pages) {
    pages.put(name(command) + "." + SECTION, page(command, version));
    for (CommandLine subcommand : command.subcommands().values()) {
      add(subcommand.getCommandSpec(), version, pages);
    }
  }

  private static String page(CommandSpec command, String version) {
    Roff page = new Roff();
    UsageMessageSpec usage = command.usageMessage();
    page.macro("TH", name(command).toUpperCase(Locale.ROOT), SECTION, "", version);
    page.macro("SH", "NAME");
    page.text(name(command) + " - " + summary(command));
    page.macro("SH", "SYNOPSIS").lines(synopsis(command));
    if (usage.header().length > 0 && usage.description().length > 0) {
      page.macro("SH", "DESCRIPTION");
      List<String> paragraphs =
          Arrays.stream(usage.description()).map(text -> plain(command, text)).toList();
      page.text(paragraphs.get(0));
      paragraphs.stream().skip(1).forEach(text -> page.macro("PP").text(text));
    }
    commands(page, command);
    parameters(page, command);
    options(page, command);
    footer(page, usage);
    exitCodes(page, usage);
    related(page, command);
    return page.toString();
  }

  private static void commands(Roff page, CommandSpec command) {
    if (command.subcommands().isEmpty()) {
      return;
    }
    page.macro("SH", "COMMANDS");
    for (CommandLine subcommand : command.subcommands().values()) {
      CommandSpec spec = subcommand.getCommandSpec();
      entry(page, spec.name(), summary(spec));
    }
  }

  private static void parameters(Roff page, CommandSpec command) {
    if (command.positionalParameters().isEmpty()) {
      return;
    }
    page.macro("SH", "ARGUMENTS");
    for (PositionalParamSpec parameter : command.positionalParameters()) {
      entry(page, parameter.paramLabel(), plain(command, parameter.description()));
    }
  }

  private static void options(Roff page, CommandSpec command) {
    page.macro("SH", "OPTIONS");
    for (OptionSection section : OptionSection.of(command)) {
      if (!section.heading().isEmpty()) {
        page.macro("SS", plain(command, section.heading()).replaceFirst(":$", ""));
      }
      section.options().forEach(option -> option(page, command, option));
    }
  }

  private static void option(Roff page, CommandSpec command, OptionSpec option) {
    if (option.hidden()) {
      return;
    }
    String label = option.paramLabel();
    String value =
        option.arity().max() == 0
            ? ""
            : option.arity().min() == 0 ? "[=" + label + "]" : " " + label;
    entry(
        page,
        String.join(", ", option.names()) + value,
        plain(command, option.description())
            .replace("${DEFAULT-VALUE}", String.valueOf(option.defaultValue())));
  }

  private static void footer(Roff page, UsageMessageSpec usage) {
    if (usage.footer().length == 0) {
      return;
    }
    String heading = usage.footerHeading().replace("%n", "");
    List<String> lines = new ArrayList<>();
    for (String line : usage.footer()) {
      if (line.matches("\\S.*:")) {
        section(page, heading, lines);
        heading = line;
        lines.clear();
      } else if (!line.isEmpty()) {
        lines.add(line);
      }
    }
    section(page, heading, lines);
  }

  private static void section(Roff page, String heading, List<String> lines) {
    page.macro("SH", heading.replace(":", "").strip().toUpperCase(Locale.ROOT));
    page.lines(lines);
  }

  private static void exitCodes(Roff page, UsageMessageSpec usage) {
    if (usage.exitCodeList().isEmpty()) {
      return;
    }
    page.macro("SH", "EXIT STATUS");
    usage.exitCodeList().forEach((code, meaning) -> entry(page, code, meaning));
  }

  private static void related(Roff page, CommandSpec command) {
    List<String> names = new ArrayList<>();
    if (command.parent() != null) {
      names.add(name(command.parent()));
    }
    command.subcommands().values().forEach(each -> names.add(name(each.getCommandSpec())));
    if (names.isEmpty()) {
      return;
    }
    page.macro("SH", "SEE ALSO");
    page.text(String.join("(" + SECTION + "), ", names) + "(" + SECTION + ")");
  }

  private static List<String> synopsis(CommandSpec command) {
    String[] custom = command.usageMessage().customSynopsis();
    if (custom.length > 0) {
      return Arrays.stream(custom).map(String::strip).toList();
    }
    StringBuilder synopsis = new StringBuilder(command.qualifiedName()).append(" [OPTIONS]");
    command.options().stream()
        .filter(OptionSpec::required)
        .forEach(
            option ->
                synopsis
                    .append(' ')
                    .append(option.longestName())
                    .append(' ')
                    .append(option.paramLabel()));
    for (PositionalParamSpec parameter : command.positionalParameters()) {
      boolean optional = parameter.arity().min() == 0;
      String word = parameter.paramLabel() + (parameter.arity().max() > 1 ? "..." : "");
      synopsis.append(' ').append(optional ? "[" + word + "]" : word);
    }
    if (!command.subcommands().isEmpty()) {
      synopsis.append(" COMMAND");
    }
    return List.of(synopsis.toString());
  }

  private static void entry(Roff page, String term, String text) {
    page.macro("TP");
    page.macro("B", term);
    page.text(text);
  }

  private static String name(CommandSpec command) {
    return command.qualifiedName("-");
  }

  /** What a command does, for the first line of its page. */
  private static String summary(CommandSpec command) {
    String[] header = command.usageMessage().header();
    String text = plain(command, header.length > 0 ? header : command.usageMessage().description());
    return text.replaceFirst("\\.$", "");
  }

  private static String plain(CommandSpec command, String... text) {
    return String.join(" ", text)
        .replace("%n", " ")
        .replace("%%", "%")
        .replace("${COMMAND-NAME}", command.name())
        .replaceAll("\\s+", " ")
        .strip();
  }
}
