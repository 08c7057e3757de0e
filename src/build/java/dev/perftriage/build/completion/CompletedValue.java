package dev.perftriage.build.completion;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;

/**
 * What completes the value of an option or a positional parameter.
 *
 * @param kind what can stand there
 * @param label what help calls it
 * @param words the values that are known, which need not be all; empty unless of that kind
 * @param isList whether it takes several values with commas between them
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

  /** What can stand in a value's place. */
  enum Kind {
    /** Something that no shell can know. */
    ANYTHING,
    /** A file or a folder. */
    FILE,
    /** A folder. */
    FOLDER,
    /** One of some words. */
    WORD
  }
}
