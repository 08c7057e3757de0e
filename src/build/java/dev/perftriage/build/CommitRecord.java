package dev.perftriage.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Records the commit that is built, its date in UTC, and whether the sources were changed since.
 * Outside of a git checkout, or without git, it records nothing.
 */
public final class CommitRecord {

  private CommitRecord() {}

  /**
   * Writes the record.
   *
   * @param args the folder of the sources, and the file to write
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path sources = Path.of(args[0]);
    StringBuilder record = new StringBuilder();
    Optional<String> head =
        git(sources, "log", "-1", "--abbrev=8", "--date=format-local:%Y-%m-%d", "--format=%h %cd");
    // Sources that were unpacked somewhere in another project's checkout have no commit.
    boolean isTop = git(sources, "rev-parse", "--show-prefix").equals(Optional.of(""));
    if (head.isPresent() && isTop) {
      String[] words = head.get().split(" ", 2);
      Optional<String> changes = git(sources, "status", "--porcelain", "--untracked-files=no");
      record.append("commit=").append(words[0]).append('\n');
      record.append("date=").append(words[1]).append('\n');
      record.append("changed=").append(!changes.equals(Optional.of(""))).append('\n');
    }
    Files.writeString(Path.of(args[1]), record.toString());
  }

  /** What git prints; empty if it fails or is not there. */
  private static Optional<String> git(Path folder, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("TZ", "UTC");
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      return Optional.empty();
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? Optional.of(output.strip()) : Optional.empty();
  }
}
