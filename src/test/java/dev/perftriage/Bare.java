package dev.perftriage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.perftriage.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A file system with little in it, in which commands run; only root may make one. */
final class Bare {

  private static final Pattern LIBRARY = Pattern.compile("(?m)^\\s+(?:\\S+ => )?(/\\S+) \\(0x");

  private Bare() {}

  /** Adds a program of this machine, at the same path, and the libraries it loads. */
  static void add(Path root, Path outside, String program) throws IOException {
    copy(program, root);
    addLibrariesOf(root, outside, Path.of(program));
  }

  /** Adds the libraries of this machine that a program loads, at the same paths. */
  static void addLibrariesOf(Path root, Path outside, Path program) throws IOException {
    Result libraries = Program.in(outside).run("ldd", program.toString());
    for (MatchResult library : LIBRARY.matcher(libraries.out()).results().toList()) {
      if (!Path.of(library.group(1)).startsWith(root)) {
        copy(library.group(1), root);
      }
    }
  }

  private static void copy(String file, Path root) throws IOException {
    Path copy = root.resolve(file.substring(1));
    Files.createDirectories(Objects.requireNonNull(copy.getParent()));
    Files.copy(
        Path.of(file).toRealPath(),
        copy,
        StandardCopyOption.COPY_ATTRIBUTES,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Runs a command in a file system, as nobody in particular and without variables.
   *
   * @param outside a folder for what it prints
   */
  static Result run(Path root, Path outside, List<String> command) throws IOException {
    Path proc = Files.createDirectories(root.resolve("proc"));
    Result permitted =
        Program.in(outside)
            .run("unshare", "--mount", "mount", "-t", "proc", "proc", proc.toString());
    boolean isRoot = permitted.exitCode() == 0;
    assumeTrue(isRoot || System.getenv("PERF_TRIAGE_CI") != null, permitted.err());
    assertThat(isRoot).as(permitted.err()).isTrue();
    assertThat(Program.in(outside).run("chmod", "-R", "a+rwX", root.toString()).exitCode())
        .isZero();
    List<String> whole =
        new ArrayList<>(
            List.of(
                "unshare",
                "--mount",
                "sh",
                "-c",
                "mount -t proc proc \"$1/proc\" && shift"
                    + " && exec env -i \"$(command -v chroot)\" --userspec=65532:65532 \"$@\"",
                "sh",
                root.toString(),
                root.toString()));
    whole.addAll(command);
    return Program.in(outside).with("PATH", "/usr/sbin:/usr/bin:/sbin:/bin").run(whole);
  }
}
