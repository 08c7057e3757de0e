package dev.perftriage.log.check;

import dev.perftriage.log.SourceEdit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Something wrong with a log.
 *
 * @param line the line, from 1
 * @param message what is wrong
 * @param repair the edits that put it right; empty where there is no one right answer
 */
public record Violation(int line, String message, List<SourceEdit> repair) {

  /** Copies the edits. */
  public Violation {
    repair = List.copyOf(repair);
  }

  /** A violation that only a person can repair. */
  Violation(int line, String message) {
    this(line, message, List.of());
  }

  /** The violations among some parts of a log: those that have a message. */
  static <T> Stream<Violation> among(
      List<T> parts, ToIntFunction<T> line, Function<T, Optional<String>> message) {
    return parts.stream()
        .flatMap(
            part ->
                message.apply(part).stream()
                    .map(words -> new Violation(line.applyAsInt(part), words)));
  }
}
