package dev.perftriage.build.completion;

import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Range;

/**
 * An option to complete.
 *
 * @param names its names with their dashes
 * @param description what it does, in one sentence without full stop
 * @param arity whether it takes a value
 * @param isRepeatable whether it can be given several times
 * @param value how to complete its value, if it takes one
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

  /** Whether an option takes a value. */
  enum Arity {
    /** It takes none. */
    FLAG,
    /** It takes an optional one, attached with an equals sign. */
    OPTIONAL_VALUE,
    /** It requires one. */
    VALUE;

    private static Arity of(Range arity) {
      if (arity.max() == 0) {
        return FLAG;
      }
      return arity.min() == 0 ? OPTIONAL_VALUE : VALUE;
    }
  }
}
