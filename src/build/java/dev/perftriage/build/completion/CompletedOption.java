package dev.perftriage.build.completion;

import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Range;

/**
 * An option as shells complete it.
 *
 * @param names its names with their dashes
 * @param description what it does, in a sentence without full stop
 * @param arity what kind of value it wants
 * @param isRepeatable whether it can be given several times
 * @param value what completes that value, where it takes one
 */
record CompletedOption(
    List<String> names,
    String description,
    Arity arity,
    boolean isRepeatable,
    CompletedValue value) {

  CompletedOption {
    names = List.copyOf(names);
  }

  static CompletedOption of(OptionSpec option) {
    return new CompletedOption(
        List.of(option.names()),
        Sentences.first(option.description()),
        Arity.of(option.arity()),
        option.isMultiValue(),
        CompletedValue.of(option));
  }

  boolean takesNextWord() {
    return arity == Arity.VALUE;
  }

  boolean takesValue() {
    return arity != Arity.FLAG;
  }

  /** Whether an option has a value. */
  enum Arity {
    /** It has none. */
    FLAG,
    /** It may have one, attached with an equals sign. */
    OPTIONAL_VALUE,
    /** It has one. */
    VALUE;

    private static Arity of(Range arity) {
      if (arity.max() == 0) {
        return FLAG;
      }
      return arity.min() == 0 ? OPTIONAL_VALUE : VALUE;
    }
  }
}
