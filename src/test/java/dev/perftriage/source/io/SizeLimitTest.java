package dev.perftriage.source.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At which size an input is too large. */
class SizeLimitTest {

  private static final SizeLimit FOUR = new SizeLimit(4, "give a smaller one");

  @TempDir private Path directory;

  @Test
  void anInputMayBeAsLargeAsTheLimit() throws IOException {
    assertThat(FOUR.read(new ByteArrayInputStream(new byte[4]))).hasSize(4);
    assertThat(FOUR.read(Files.write(directory.resolve("four"), new byte[4]))).hasSize(4);
    assertThat(FOUR.read(Files.write(directory.resolve("none"), new byte[0]))).isEmpty();
  }

  @Test
  void aLargerOneIsRefusedInASentence() {
    assertThatThrownBy(() -> FOUR.read(new ByteArrayInputStream(new byte[5])))
        .isInstanceOf(IOException.class)
        .hasMessage("it is larger than 4 bytes; give a smaller one");
    assertThatThrownBy(() -> FOUR.read(Files.write(directory.resolve("five"), new byte[5])))
        .hasMessage("it is larger than 4 bytes; give a smaller one");
  }

  @Test
  void aDeviceWithoutEndIsLargerThanAnyLimit() {
    assertThatThrownBy(() -> FOUR.read(Path.of("/dev/zero"))).hasMessageContaining("larger than");
    assertThatThrownBy(() -> new SizeLimit(1 << 20, "").read(Path.of("/dev/zero")))
        .hasMessageContaining("larger than 1048576 bytes");
  }

  @Test
  void aFileThatOnlyClaimsItsSizeIsRefusedUnread() throws IOException {
    Path sparse = directory.resolve("sparse");
    try (RandomAccessFile file = new RandomAccessFile(sparse.toFile(), "rw")) {
      file.setLength(3L << 30);
    }
    assertThatThrownBy(() -> new SizeLimit(SizeLimit.LARGEST, "").read(sparse))
        .hasMessageContaining("larger than");
  }

  @Test
  void aFileThatClaimsNoSizeIsReadToItsEnd() throws IOException {
    // Files of Linux's /proc have the size 0.
    Path status = Path.of("/proc/self/status");
    if (Files.exists(status)) {
      assertThat(new SizeLimit(1 << 20, "").read(status)).isNotEmpty();
    }
  }
}
