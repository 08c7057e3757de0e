package dev.perftriage.log.check;

import dev.perftriage.log.SourceEdit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * An error in a log.
 *
 * @param line the line, from 1
 * @param message what is wrong
 * @param repair the edits that correct it; empty without a single possible correction
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

  /** The violations among some parts of a log: one for each part with a message. */
  static <T> Stream<Violation> among(
      List<T> parts, ToIntFunction<T> line, Function<T, Optional<String>> message) {
    return parts.stream()
        .flatMap(
            part ->
                message.apply(part).stream()
                    .map(words -> new Violation(line.applyAsInt(part), words)));
  }
}
