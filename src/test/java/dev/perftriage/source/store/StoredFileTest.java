package dev.perftriage.source.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a store's folders list. */
class StoredFileTest {

  @Test
  void aFolderThatFailsWhileItIsBeingReadFailsAsOneThatCannotBeOpened() {
    IOException reason = new IOException("Input/output error");
    Stream<Path> children =
        Stream.of("1.json", "2.json")
            .map(
                name -> {
                  throw new UncheckedIOException(reason);
                });

    assertThatThrownBy(() -> StoredFile.listed(children)).isSameAs(reason);
  }
}
