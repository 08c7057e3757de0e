package dev.perftriage.cli;

import dev.perftriage.app.OptionNames;
import dev.perftriage.app.UsageException;
import dev.perftriage.model.Revision;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The kinds of options that there are several of. Options are described by calls: to read
 * annotations by reflection, as picocli can too, takes longer than many a command does.
 */
final class Options {

  /** What messages of use cases call the options of a report or comparison. */
  static final OptionNames NAMES = new OptionNames("--start", "--charts", "--html");

  private Options() {}

  /** An option without a value. */
  static OptionSpec.Builder flag(String... names) {
    // Without a fallback, to give a flag that a file sets would mean no.
    return OptionSpec.builder(names).type(boolean.class).initialValue(false).fallbackValue("true");
  }

  /** An option that takes a revision, in any form. */
  static OptionSpec.Builder revision(String... names) {
    return OptionSpec.builder(names)
        .type(Revision.class)
        .paramLabel("REV")
        .converters(new Converters.OfRevision());
  }

  /** An option that takes one of some words. */
  static OptionSpec.Builder word(EnumWords<?> words, String... names) {
    return OptionSpec.builder(names)
        .type(words.type())
        .converters(words)
        .completionCandidates(words);
  }

  /** An option that takes several texts, by being repeated. */
  static OptionSpec.Builder texts(String... names) {
    return OptionSpec.builder(names).type(List.class).initialValue(List.of());
  }

  /** An option that takes several values, by being repeated or with commas between them. */
  static OptionSpec.Builder list(Class<?> type, String... names) {
    return texts(names).auxiliaryTypes(type).splitRegex(",");
  }

  /** An option that takes several of some words, likewise. */
  static OptionSpec.Builder wordList(EnumWords<?> words, String... names) {
    return list(words.type(), names).converters(words).completionCandidates(words);
  }

  /** Adds what every command has, behind the options of its own. */
  static void addHelp(CommandSpec command) {
    command
        .versionProvider(new Version())
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build())
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print version information and exit.")
                .build());
  }

  /**
   * The number that an option has.
   *
   * @throws UsageException for one below the least
   */
  static int atLeast(int least, OptionSpec option) {
    int value = option.getValue();
    if (value < least) {
      throw new UsageException(option.longestName() + " must be at least " + least + ".");
    }
    return value;
  }
}
