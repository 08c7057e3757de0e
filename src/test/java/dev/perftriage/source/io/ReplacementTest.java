package dev.perftriage.source.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A file that another program has open, as Windows treats it. */
class ReplacementTest {

  private final AtomicInteger attempts = new AtomicInteger();

  @Test
  void isReplacedOnceTheOtherProgramClosesIt() throws IOException {
    Replacement.attempt(() -> failUntil(3, new AccessDeniedException("file")));

    assertThat(attempts).hasValue(3);
  }

  @Test
  void isAnErrorIfItStaysOpen() {
    assertThatThrownBy(
            () ->
                Replacement.attempt(
                    () -> failUntil(Integer.MAX_VALUE, new AccessDeniedException("file"))))
        .isInstanceOf(AccessDeniedException.class);
    assertThat(attempts).hasValue(10);
  }

  @Test
  void anotherErrorIsNotTriedAgain() {
    assertThatThrownBy(
            () -> Replacement.attempt(() -> failUntil(2, new NoSuchFileException("file"))))
        .isInstanceOf(NoSuchFileException.class);
    assertThat(attempts).hasValue(1);
  }

  private void failUntil(int success, IOException failure) throws IOException {
    if (attempts.incrementAndGet() < success) {
      throw failure;
    }
  }
}
