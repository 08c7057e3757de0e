package dev.perftriage.source.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How files are written: whole, in place of others, and nowhere else. */
class AtomicFilesTest {

  private static final byte[] NEW = bytes("new");

  @TempDir private Path directory;

  @Test
  void createsAFileAndItsFoldersAndLeavesNothingElse() throws IOException {
    Path file = directory.resolve("a/b/week.md");

    AtomicFiles.write(file, NEW);

    assertThat(file).hasBinaryContent(NEW);
    assertThat(names(directory.resolve("a/b"))).containsExactly("week.md");
  }

  @Test
  void aReplacedFileKeepsItsPermissions() throws IOException {
    Path file = Files.writeString(directory.resolve("week.md"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    AtomicFiles.write(file, NEW);

    assertThat(file).hasBinaryContent(NEW);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void aLinkIsReplacedAndItsTargetStaysAsItIs() throws IOException {
    Path victim = Files.writeString(directory.resolve("victim"), "precious");
    Path file = Files.createSymbolicLink(directory.resolve("week.md"), victim);

    AtomicFiles.write(file, NEW);

    assertThat(Files.isSymbolicLink(file)).isFalse();
    assertThat(file).hasBinaryContent(NEW);
    assertThat(victim).hasContent("precious");
  }

  @Test
  void aFolderMayBeALinkToOne() throws IOException {
    Path disk = Files.createDirectory(directory.resolve("disk"));
    Path folder = Files.createSymbolicLink(directory.resolve("folder"), disk);

    AtomicFiles.write(folder.resolve("week.md"), NEW);

    assertThat(disk.resolve("week.md")).hasBinaryContent(NEW);
  }

  @Test
  void aFolderIsNotReplaced() throws IOException {
    Path folder = Files.createDirectories(directory.resolve("week.md/within"));

    assertThatThrownBy(() -> AtomicFiles.write(directory.resolve("week.md"), NEW))
        .isInstanceOf(IOException.class);
    assertThat(folder).isDirectory();
    assertThat(names(directory)).containsExactly("week.md");
  }

  @Test
  void manyWritersOfOneFileLeaveTheWholeContentOfOne() throws Exception {
    Path file = directory.resolve("week.md");
    List<byte[]> contents = new ArrayList<>();
    List<Callable<Void>> writers = new ArrayList<>();
    for (int writer = 0; writer < 200; writer++) {
      byte[] content = bytes(Integer.toString(writer).repeat(1000));
      contents.add(content);
      writers.add(
          () -> {
            AtomicFiles.write(file, content);
            return null;
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (Future<Void> written : threads.invokeAll(writers)) {
        written.get();
      }
    } finally {
      threads.shutdown();
    }

    assertThat(contents).contains(Files.readAllBytes(file));
    assertThat(names(directory)).containsExactly("week.md");
  }

  @Test
  void theFirstWriteIntoAFolderRemovesWhatAKilledRunLeftThere() throws IOException {
    Files.writeString(directory.resolve(".perf-triage-12-1.tmp"), "half");
    Files.writeString(directory.resolve(".perf-triage.tmp"), "another program's");

    AtomicFiles.write(directory.resolve("week.md"), NEW);

    assertThat(names(directory)).containsExactlyInAnyOrder("week.md", ".perf-triage.tmp");
  }

  @Test
  void whatALinkOfATemporaryFilesNameLeadsToIsNeitherWrittenNorRemoved() throws IOException {
    Path victim = Files.writeString(directory.resolve("victim"), "precious");
    Files.createSymbolicLink(directory.resolve(".perf-triage-12-1.tmp"), victim);

    assertThat(StrayFiles.remove(directory)).isZero();
    AtomicFiles.write(directory.resolve("week.md"), NEW);

    assertThat(victim).hasContent("precious");
  }

  @Test
  void aFileBeingWrittenIsNoStray() throws IOException {
    try (TemporaryFile temporary = TemporaryFile.in(directory)) {
      assertThat(StrayFiles.remove(directory)).isZero();
      temporary.write(out -> out.write(NEW));
      temporary.moveTo(directory.resolve("week.md"));
    }
    assertThat(directory.resolve("week.md")).hasBinaryContent(NEW);
  }

  @Test
  void aDeviceIsWrittenToAndNeverCreated() throws IOException {
    AtomicFiles.writeToDevice(Path.of("/dev/null"), out -> out.write(NEW));

    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    assertThatThrownBy(
            () -> AtomicFiles.writeToDevice(directory.resolve("missing"), out -> out.write(NEW)))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aFileForThisRunIsReadableByItsUserAlone() throws IOException {
    Path file = AtomicFiles.writeForThisRun(directory, NEW);

    assertThat(file).hasBinaryContent(NEW);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(StrayFiles.remove(directory)).isZero();
    assertThat(file).exists();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
