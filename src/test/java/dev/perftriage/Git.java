package dev.perftriage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A git checkout of tests.
 *
 * @param folder its top folder
 */
public record Git(Path folder) {

  /** Makes a folder, which exists, a checkout without commits. */
  public static Git checkout(Path folder) {
    Git git = new Git(folder);
    git.run("init", "--quiet", "--initial-branch=main");
    git.run("config", "user.name", "Ferris");
    git.run("config", "user.email", "ferris@example.org");
    return git;
  }

  /** Commits all files. */
  public void commitAll() {
    run("add", "--all");
    run("commit", "--quiet", "--message", "Change");
  }

  /** The output of a git command that succeeds, without spaces at its ends. */
  public String run(String... arguments) {
    List<String> command = new ArrayList<>(List.of(Tools.path("git"), "-C", folder.toString()));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(out).isZero();
      return out.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
