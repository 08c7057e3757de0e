package dev.perftriage.build.completion;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;

/**
 * How to complete the value of an option or positional parameter.
 *
 * @param kind the kind of value
 * @param label its label in help
 * @param words the known values, possibly not all; empty unless {@code kind} is {@link Kind#WORD}
 * @param isList whether it takes several values separated by commas
 */
record CompletedValue(Kind kind, String label, List<String> words, boolean isList) {

  CompletedValue {
    words = List.copyOf(words);
  }

  static CompletedValue of(ArgSpec arg) {
    List<String> words = new ArrayList<>();
    if (arg.completionCandidates() != null) {
      arg.completionCandidates().forEach(words::add);
    }
    Kind kind =
        words.isEmpty()
            ? switch (arg.paramLabel()) {
              case "FILE", "PATH" -> Kind.FILE;
              case "DIR" -> Kind.FOLDER;
              default -> Kind.ANYTHING;
            }
            : Kind.WORD;
    return new CompletedValue(kind, arg.paramLabel(), words, !arg.splitRegex().isEmpty());
  }

  /** The kinds of values. */
  enum Kind {
    /** Anything; shells cannot complete it. */
    ANYTHING,
    /** A file or a folder. */
    FILE,
    /** A folder. */
    FOLDER,
    /** One of the known words. */
    WORD
  }
}
