package dev.perftriage.cli;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * An option or positional parameter of a command, with the type of its value.
 *
 * @param <T> that type
 */
final class Option<T> {

  private final ArgSpec spec;

  private Option(ArgSpec spec) {
    this.spec = spec;
  }

  /** An option of a type. */
  static <T> Builder<T> of(Class<T> type, String... names) {
    return of(type, OptionSpec.builder(names));
  }

  /** An option of a type, with what was described of it so far. */
  static <T> Builder<T> of(Class<T> type, OptionSpec.Builder begun) {
    return new Builder<>(begun.type(type));
  }

  /** A positional parameter of texts. */
  static Option<String> parameter(PositionalParamSpec.Builder described) {
    return new Option<>(described.type(String.class).build());
  }

  /** A positional parameter of a type. */
  static <T> Option<T> parameter(
      Class<T> type, ITypeConverter<T> converter, PositionalParamSpec.Builder described) {
    return new Option<>(described.type(type).converters(converter).build());
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

  /** The value of an option that is required or has a default. */
  T value() {
    return Objects.requireNonNull(valueOrNull());
  }

  /** The value; null if the option is not given and has no default. */
  @Nullable T valueOrNull() {
    return spec.getValue();
  }

  /** The name of an option with its dashes, the longest if it has several. */
  String name() {
    return ((OptionSpec) spec).longestName();
  }

  /** Whether the command line itself gives the option. */
  boolean isGivenIn(ParseResult parsed) {
    return parsed.hasMatchedOption((OptionSpec) spec);
  }

  /**
   * An option that is being described.
   *
   * @param <T> the type of its value
   */
  static final class Builder<T> {

    private final OptionSpec.Builder spec;

    Builder(OptionSpec.Builder spec) {
      this.spec = spec;
    }

    /** What help calls the value. */
    Builder<T> paramLabel(String label) {
      spec.paramLabel(label);
      return this;
    }

    Builder<T> required() {
      spec.required(true);
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

    Builder<T> description(String... paragraphs) {
      spec.description(paragraphs);
      return this;
    }

    Option<T> build() {
      return new Option<>(spec.build());
    }
  }
}
