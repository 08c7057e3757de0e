package dev.perftriage.cli;

import dev.perftriage.app.OptionNames;
import dev.perftriage.app.UsageException;
import dev.perftriage.model.Revision;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/**
 * An option or positional parameter of a command, with the type of its value. It is described by
 * calls: to read annotations by reflection, as picocli can too, takes longer than many a command
 * does.
 *
 * @param <T> that type
 */
final class Option<T> {

  /** What messages of use cases call the options of a report or comparison. */
  static final OptionNames NAMES = new OptionNames("--start", "--charts", "--html");

  private final ArgSpec spec;

  private Option(ArgSpec spec) {
    this.spec = spec;
  }

  /** An option of a type, whose value help calls by a label. */
  static <T> Builder<T> of(Class<T> type, String label, String... names) {
    return new Builder<>(OptionSpec.builder(names).type(type).paramLabel(label));
  }

  /** An option without a value. */
  static Builder<Boolean> flag(String... names) {
    // Without a fallback, to give a flag that a file sets would mean no.
    return new Builder<>(
        OptionSpec.builder(names).type(boolean.class).initialValue(false).fallbackValue("true"));
  }

  /** An option that takes a text or nothing; a text is attached with {@code =}. */
  static Builder<String> withOptionalValue(String label, String name) {
    return new Builder<>(
        OptionSpec.builder(name)
            .type(String.class)
            .paramLabel(label)
            .arity("0..1")
            .fallbackValue(AttachedOnly.NO_VALUE)
            .preprocessor(new AttachedOnly()));
  }

  /** An option that takes a revision, in any form. */
  static Builder<Revision> revision(String name) {
    return of(Revision.class, "REV", name).converter(Converters::revision);
  }

  /** An option that takes the name of one of an enum's constants, in any case. */
  static <E extends Enum<E>> Builder<E> word(Class<E> type, String label, String... names) {
    return of(type, label, names)
        .converter(word -> Converters.constant(type, word))
        .completionCandidates(Converters.words(type));
  }

  /** An option that takes several of an enum's constants, as {@link #list} does. */
  static <E extends Enum<E>> Builder<List<E>> words(Class<E> type, String label, String name) {
    return list(type, word -> Converters.constant(type, word), label, name)
        .completionCandidates(Converters.words(type));
  }

  /** An option that takes several texts, by being repeated. */
  static Builder<List<String>> texts(String label, String name) {
    return new Builder<>(several(label, name));
  }

  /** An option that takes several values, by being repeated or with commas between them. */
  static <T> Builder<List<T>> list(
      Class<T> type, ITypeConverter<T> converter, String label, String... names) {
    return new Builder<>(
        several(label, names).auxiliaryTypes(type).converters(converter).splitRegex(","));
  }

  private static OptionSpec.Builder several(String label, String... names) {
    return OptionSpec.builder(names).type(List.class).initialValue(List.of()).paramLabel(label);
  }

  /** A positional parameter of a type. */
  static <T> Option<T> parameter(Class<T> type, PositionalParamSpec.Builder described) {
    return new Option<>(described.type(type).build());
  }

  /** One positional parameter or more, as texts. */
  static Option<List<String>> parameters(String label, String description) {
    return new Option<>(
        PositionalParamSpec.builder()
            .type(List.class)
            .arity("1..*")
            .required(true)
            .paramLabel(label)
            .description(description)
            .build());
  }

  /** Adds options and parameters to a command, in the order in which help shows them. */
  static CommandSpec add(CommandSpec command, Option<?>... options) {
    for (Option<?> option : options) {
      command.add(option.spec);
    }
    return command;
  }

  /** Options as a section of a command's help. */
  static CommandSpec section(Option<?>... options) {
    return add(CommandSpec.create(), options);
  }

  /** The value of an option that is required or has a default. */
  T value() {
    return given().orElseThrow();
  }

  /** The value; empty if the option is not given and has no default. */
  Optional<T> given() {
    return Optional.ofNullable(spec.getValue());
  }

  /** The name of an option with its dashes, the longest if it has several. */
  String name() {
    return ((OptionSpec) spec).longestName();
  }

  /** Whether the command line itself gives the option. */
  boolean isGivenIn(ParseResult parsed) {
    return parsed.hasMatchedOption((OptionSpec) spec);
  }

  /** The number that an option has; one below the least is a {@link UsageException}. */
  static int atLeast(int least, Option<Integer> option) {
    int value = option.value();
    if (value < least) {
      throw new UsageException(option.name() + " must be at least " + least + ".");
    }
    return value;
  }

  /** An option that is being described. */
  record Builder<T>(OptionSpec.Builder spec) {

    Builder<T> required() {
      spec.required(true);
      return this;
    }

    /** Makes subcommands take the option, too. */
    Builder<T> inherited() {
      spec.scopeType(ScopeType.INHERIT);
      return this;
    }

    /** The value if none is given, as the command line would name it. */
    Builder<T> defaultValue(String value) {
      spec.defaultValue(value);
      return this;
    }

    Builder<T> converter(ITypeConverter<T> converter) {
      spec.converters(converter);
      return this;
    }

    /** Values that shells complete. */
    Builder<T> completionCandidates(Iterable<String> candidates) {
      spec.completionCandidates(candidates);
      return this;
    }

    /** The option, which help describes so. */
    Option<T> describe(String description) {
      return new Option<>(spec.description(description).build());
    }
  }
}
