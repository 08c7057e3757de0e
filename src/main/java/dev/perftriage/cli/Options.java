package dev.perftriage.cli;

import dev.perftriage.app.OptionNames;
import dev.perftriage.app.UsageException;
import dev.perftriage.model.Revision;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
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
  static Option.Builder<Boolean> flag(String... names) {
    return flag(OptionSpec.builder(names));
  }

  /** The same of an option that is described in part. */
  static Option.Builder<Boolean> flag(OptionSpec.Builder begun) {
    // Without a fallback, to give a flag that a file sets would mean no.
    return new Option.Builder<>(
        begun.type(boolean.class).initialValue(false).fallbackValue("true"));
  }

  /** An option that takes a text or nothing; a text is attached with {@code =}. */
  static Option.Builder<String> withOptionalValue(String... names) {
    return Option.of(
        String.class,
        OptionSpec.builder(names)
            .arity("0..1")
            .fallbackValue(AttachedOnly.NO_VALUE)
            .preprocessor(new AttachedOnly()));
  }

  /** An option that takes a revision, in any form. */
  static Option.Builder<Revision> revision(String... names) {
    return Option.of(Revision.class, names)
        .paramLabel("REV")
        .converter(new Converters.OfRevision());
  }

  /** An option that takes one of some words. */
  static <E extends Enum<E>> Option.Builder<E> word(EnumWords<E> words, String... names) {
    return Option.of(words.type(), names).converter(words).completionCandidates(words);
  }

  /** An option that takes several texts, by being repeated. */
  static Option.Builder<List<String>> texts(String... names) {
    return new Option.Builder<>(several(names));
  }

  /** An option that takes several texts, by being repeated or with commas between them. */
  static Option.Builder<List<String>> textList(String... names) {
    return new Option.Builder<>(several(names).splitRegex(","));
  }

  /** An option that takes several values, likewise. */
  static <T> Option.Builder<List<T>> list(
      Class<T> type, ITypeConverter<T> converter, String... names) {
    return new Option.Builder<>(
        several(names).auxiliaryTypes(type).converters(converter).splitRegex(","));
  }

  /** An option that takes several of some words, likewise. */
  static <E extends Enum<E>> Option.Builder<List<E>> wordList(EnumWords<E> words, String... names) {
    return list(words.type(), words, names).completionCandidates(words);
  }

  private static OptionSpec.Builder several(String... names) {
    return OptionSpec.builder(names).type(List.class).initialValue(List.of());
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
  static int atLeast(int least, Option<Integer> option) {
    int value = option.value();
    if (value < least) {
      throw new UsageException(option.name() + " must be at least " + least + ".");
    }
    return value;
  }
}
