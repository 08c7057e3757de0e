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
 * An option or positional parameter of a command. Options are built by calls, because reading
 * picocli's annotations by reflection can take longer than running the command.
 *
 * @param <T> the type of its value
 */
final class Option<T> {

  /** The options that messages of use cases mention. */
  static final OptionNames NAMES = new OptionNames("--start", "--charts", "--html");

  private final ArgSpec spec;

  private Option(ArgSpec spec) {
    this.spec = spec;
  }

  /** An option with a value of a type, which help calls {@code label}. */
  static <T> Builder<T> of(Class<T> type, String label, String... names) {
    return new Builder<>(OptionSpec.builder(names).type(type).paramLabel(label));
  }

  /** An option that takes a whole number. */
  static Builder<Integer> number(String label, String... names) {
    return of(Integer.class, label, names).converter(Converters::wholeNumber);
  }

  /** An option without a value. */
  static Builder<Boolean> flag(String... names) {
    // Without the fallback, giving a flag that a file sets would clear it.
    return new Builder<Boolean>(
            OptionSpec.builder(names).type(boolean.class).initialValue(false).fallbackValue("true"))
        .converter(Converters::flag);
  }

  /** An option with an optional text, attached with {@code =}. */
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

  /** An option that takes the name of an enum constant, ignoring case. */
  static <E extends Enum<E>> Builder<E> word(Class<E> type, String label, String... names) {
    return of(type, label, names)
        .converter(word -> Converters.constant(type, word))
        .completionCandidates(Converters.words(type));
  }

  /** An option that takes several enum constants, like {@link #list}. */
  static <E extends Enum<E>> Builder<List<E>> words(Class<E> type, String label, String name) {
    return list(type, word -> Converters.constant(type, word), label, name)
        .completionCandidates(Converters.words(type));
  }

  /** A repeatable option that takes texts. */
  static Builder<List<String>> texts(String label, String name) {
    return new Builder<>(several(label, name));
  }

  /** A repeatable option that takes values separated by commas. */
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

  /** The positional parameter of a command that reads one log. */
  static Option<String> log() {
    return parameter(
        String.class,
        PositionalParamSpec.builder()
            .required(true)
            .paramLabel("FILE")
            .description("The log, or - for standard input."));
  }

  /** One positional parameter or more, as texts. */
  static Option<List<String>> parameters(String label, String description) {
    return parameters("1..*", label, description, List.of());
  }

  /** Any number of positional parameters, as texts. */
  static Option<List<String>> optionalParameters(String label, String description) {
    return parameters("0..*", label, description, List.of());
  }

  /** Any number of positional parameters, as texts, which shells complete. */
  static Option<List<String>> optionalParameters(
      String label, String description, List<String> candidates) {
    return parameters("0..*", label, description, candidates);
  }

  /** A word at a place of the command line, which may be left out unless it is required. */
  static Option<String> parameter(
      String index, boolean required, String label, String description) {
    return parameter(
        String.class,
        PositionalParamSpec.builder()
            .index(index)
            .arity(required ? "1" : "0..1")
            .required(required)
            .paramLabel(label)
            .description(description));
  }

  private static Option<List<String>> parameters(
      String arity, String label, String description, List<String> candidates) {
    return new Option<>(
        PositionalParamSpec.builder()
            .type(List.class)
            .arity(arity)
            .required(arity.startsWith("1"))
            .paramLabel(label)
            .completionCandidates(candidates)
            .description(description)
            .build());
  }

  /** Adds options and parameters to a command, in the order of help. */
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

  /** The option's longest name, with its dashes. */
  String name() {
    return ((OptionSpec) spec).longestName();
  }

  /** Whether the command line itself gives the option. */
  boolean isGivenIn(ParseResult parsed) {
    return parsed.hasMatchedOption((OptionSpec) spec);
  }

  /** The value of an option; throws {@link UsageException} if it is below {@code least}. */
  static int atLeast(int least, Option<Integer> option) {
    int value = option.value();
    if (value < least) {
      throw new UsageException(
          option.name() + " must be at least " + least + ", but is " + value + ".");
    }
    return value;
  }

  /** The value of an option; throws {@link UsageException} if it is outside a range. */
  static int within(int least, int most, Option<Integer> option) {
    int value = option.value();
    if (value < least || value > most) {
      throw new UsageException(
          "%s must be from %s to %s, but is %s.".formatted(option.name(), least, most, value));
    }
    return value;
  }

  /** Builds an option. */
  record Builder<T>(OptionSpec.Builder spec) {

    Builder<T> required() {
      spec.required(true);
      return this;
    }

    /** Makes subcommands accept the option, too. */
    Builder<T> inherited() {
      spec.scopeType(ScopeType.INHERIT);
      return this;
    }

    /** Sets the default value, as written on the command line. */
    Builder<T> defaultValue(String value) {
      spec.defaultValue(value);
      return this;
    }

    Builder<T> converter(ITypeConverter<T> converter) {
      spec.converters(converter);
      return this;
    }

    /** Sets the values that shells complete. */
    Builder<T> completionCandidates(Iterable<String> candidates) {
      spec.completionCandidates(candidates);
      return this;
    }

    /** Builds the option with this description in help. */
    Option<T> describe(String description) {
      return new Option<>(spec.description(description).build());
    }
  }
}
