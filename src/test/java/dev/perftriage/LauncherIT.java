package dev.perftriage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Program.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher, with a Maven and a Java that say how they were called. */
class LauncherIT {

  @TempDir private Path directory;
  private Path project;
  private Path tools;

  @BeforeEach
  void layOutAProject() throws IOException {
    project = Files.createDirectories(directory.resolve("a project"));
    tools = Files.createDirectory(directory.resolve("tools"));
    Files.createDirectories(project.resolve("src/main"));
    Files.createDirectories(project.resolve("src/build"));
    Files.writeString(project.resolve("pom.xml"), "");
    Files.writeString(project.resolve("src/main/Main.java"), "");
    Files.copy(Path.of("perf-triage"), project.resolve("perf-triage"));
    executable(project.resolve("perf-triage"), Files.readString(project.resolve("perf-triage")));
    for (String tool :
        List.of(
            "sh",
            "readlink",
            "find",
            "touch",
            "stty",
            "mkdir",
            "locale",
            "mktemp",
            "rm",
            "mv",
            "wc",
            "sync",
            "sleep",
            "uname")) {
      Files.createSymbolicLink(tools.resolve(tool), which(tool));
    }
    executable(
        tools.resolve("mvn"),
        "#!/bin/sh\nmkdir -p '"
            + project
            + "/target'\n"
            + "echo x > '"
            + project
            + "/target/perf-triage.jar'\necho built >> '"
            + directory
            + "/builds'\n");
    java("while [ \"$1\" != -cp ]; do shift; done\nshift 3\nfor word; do echo \"<$word>\"; done\n");
    executable(tools.resolve("javac"), "#!/bin/sh\n");
  }

  @Test
  void buildsOnFirstUseAndOnlyWhenTheSourcesAreNewer() throws IOException {
    assertThat(launch("one").err())
        .isEqualTo(
            "perf-triage: building, which happens once and takes half a minute, or a few minutes"
                + " while Maven downloads about 100 MB\n");
    assertThat(launch("two").err()).isEmpty();
    assertThat(builds()).isEqualTo(1);

    Files.setLastModifiedTime(
        project.resolve("src/main/Main.java"), FileTime.from(Instant.now().plusSeconds(60)));
    launch("three");
    assertThat(builds()).isEqualTo(2);

    Files.setLastModifiedTime(project.resolve("src/main/Main.java"), FileTime.from(Instant.EPOCH));
    Files.setLastModifiedTime(
        project.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(60)));
    launch("four");
    assertThat(builds()).isEqualTo(3);
  }

  @Test
  void laysOutClassesOncePerJarAndStartsWithThem() throws IOException {
    java("echo \"$@\"\n");
    String archive = "-XX:SharedArchiveFile=" + project.resolve("target/startup");
    assertThat(launch().out()).contains(archive);
    assertThat(launch().err()).isEmpty();
    assertThat(layouts()).isEqualTo(1);

    Files.setLastModifiedTime(
        project.resolve("target/perf-triage.jar"), FileTime.from(Instant.now().plusSeconds(60)));
    Result again = launch();
    assertThat(again.err()).startsWith("perf-triage: preparing a fast start").endsWith("once\n");
    assertThat(again.out()).contains(archive).hasLineCount(1);
    assertThat(layouts()).isEqualTo(2);
  }

  @Test
  void laysOutClassesForEachJava() throws IOException {
    launch();
    Path other = Files.createDirectories(directory.resolve("other jdk/bin"));
    Files.copy(tools.resolve("java"), other.resolve("java"));
    Result result =
        program()
            .with("JAVA_HOME", directory.resolve("other jdk").toString())
            .run(project.resolve("perf-triage").toString(), "x");
    assertThat(result.out()).isEqualTo("<x>\n");
    assertThat(layouts()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"truncate", "change", "replace", "forget"})
  void anArchiveThatIsNotAsItWasCreatedIsCreatedAgain(String damage) throws IOException {
    launch();
    Path archive = archive();
    FileTime created = Files.getLastModifiedTime(archive);
    switch (damage) {
      case "truncate" -> {
        Files.writeString(archive, "a");
        Files.setLastModifiedTime(archive, created);
      }
      case "change" -> {
        Files.writeString(archive, "b\n");
        Files.setLastModifiedTime(archive, FileTime.from(created.toInstant().plusSeconds(60)));
      }
      case "replace" -> {
        Files.setLastModifiedTime(
            project.resolve("target/perf-triage.jar"), FileTime.from(Instant.EPOCH));
        Files.setLastModifiedTime(archive, FileTime.from(Instant.EPOCH.plusSeconds(1)));
      }
      default -> Files.delete(archive.resolveSibling(archive.getFileName() + ".size"));
    }
    Files.setLastModifiedTime(project.resolve("pom.xml"), FileTime.from(Instant.EPOCH));
    Files.setLastModifiedTime(project.resolve("src/main/Main.java"), FileTime.from(Instant.EPOCH));
    for (String folder : List.of("src/main", "src/build")) {
      Files.setLastModifiedTime(project.resolve(folder), FileTime.from(Instant.EPOCH));
    }

    assertThat(launch().err()).startsWith("perf-triage: preparing a fast start");
    assertThat(launch().err()).isEmpty();
    assertThat(layouts()).isEqualTo(2);
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void whatAnInterruptedLayoutLeftIsRemovedByTheNext() throws IOException {
    Path left = Files.createDirectories(project.resolve("target/startup.Ab1Cd2"));
    launch();

    assertThat(left).doesNotExist();
    assertThat(archive()).exists();
  }

  @Test
  void twoFirstRunsAtOnceBuildOnce() throws Exception {
    String mvn = Files.readString(tools.resolve("mvn"));
    executable(tools.resolve("mvn"), mvn.replace("#!/bin/sh\n", "#!/bin/sh\nsleep 1\n"));
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    List<String> command = List.of(project.resolve("perf-triage").toString(), "x");
    Process first = program().start(command);
    Result second =
        Program.in(elsewhere).with("PATH", tools.toString()).with("JAVA_HOME", "").run(command);

    assertThat(first.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(first.exitValue()).isZero();
    assertThat(second.exitCode()).isZero();
    assertThat(second.out()).isEqualTo("<x>\n");
    assertThat(builds()).isEqualTo(1);
    assertThat(layouts()).isEqualTo(1);
    assertThat(project.resolve("target/launcher.lock")).doesNotExist();
  }

  @Test
  void aLockWhoseRunHasEndedIsIgnored() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    lock(hostName() + " " + ended.pid());

    assertThat(launch("x").out()).isEqualTo("<x>\n");
    assertThat(project.resolve("target/launcher.lock")).doesNotExist();
  }

  @Test
  void aLockOfAnotherMachineIsIgnoredAfterTenMinutes() throws Exception {
    Path lock = lock("another 1");
    Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minusSeconds(11 * 60)));

    assertThat(launch("x").out()).isEqualTo("<x>\n");
    assertThat(lock).doesNotExist();
  }

  private Path lock(String owner) throws IOException {
    Path lock = Files.createDirectories(project.resolve("target/launcher.lock"));
    Files.writeString(lock.resolve("owner"), owner + "\n");
    return lock;
  }

  private static String hostName() throws IOException {
    Process uname = new ProcessBuilder("uname", "-n").start();
    return new String(uname.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  private Path archive() throws IOException {
    try (Stream<Path> files = Files.list(project.resolve("target"))) {
      return files.filter(file -> file.toString().endsWith(".jsa")).findFirst().orElseThrow();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS"})
  void optionsThatJavaRefusesAreAMistakeOfUseAndNoGate(String variable) throws IOException {
    java(
        """
        [ "${%1$s:-}" != -XX:+UseG1GC ] || { echo 'Multiple garbage collectors selected'; exit 1; }
        while [ "$1" != -cp ]; do [ "$1" != -version ] || exit 0; shift; done
        echo started
        """
            .formatted(variable));
    String launcher = project.resolve("perf-triage").toString();
    Result refused = program().with(variable, "-XX:+UseG1GC").run(launcher);

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err())
        .startsWith("Multiple garbage collectors selected\n")
        .contains("perf-triage: Java does not start with JAVA_TOOL_OPTIONS");
    assertThat(program().with(variable, "-Dx=y").run(launcher).out()).isEqualTo("started\n");
  }

  @Test
  void aJavaThatCannotLayOutClassesIsUsedAsItIsAndAskedOnce() throws IOException {
    executable(
        tools.resolve("java"),
        "#!/bin/sh\necho asked >> '"
            + directory
            + "/layouts'\ncase \"$*\" in *-XX:DumpLoadedClassList*|*-Xshare:dump*) exit 1;; esac\n"
            + "echo \"$@\"\n");
    assertThat(launch("x").out()).endsWith(" x\n").doesNotContain("SharedArchiveFile");
    long asked = layouts();
    assertThat(launch("x").err()).isEmpty();
    assertThat(layouts()).isEqualTo(asked + 1);
  }

  /** In an unpacked release, nothing is built, and the archive's own Java is used. */
  @Test
  void aReleaseUsesItsOwnJavaAndItsClassArchive() throws IOException {
    Path release = release();
    Path own = Files.createDirectories(release.resolve("runtime/bin")).resolve("java");
    executable(own, "#!/bin/sh\necho \"own $@\"\n");
    Path archive = Files.writeString(release.resolve("lib/perf-triage.jsa"), "a");
    FileTime packed = FileTime.from(Instant.EPOCH);
    Files.setLastModifiedTime(release.resolve("lib/perf-triage.jar"), packed);
    Files.setLastModifiedTime(archive, packed);

    Result result = program().run(release.resolve("bin/perf-triage").toString(), "x");

    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .startsWith("own ")
        .contains(" -XX:SharedArchiveFile=" + archive + " ")
        .endsWith(" x\n");
    assertThat(directory.resolve("builds")).doesNotExist();
  }

  /** The copied files have times of their own, to which the class archive does not fit. */
  @Test
  void aReleaseThatWasCopiedDoesNotUseItsClassArchive() throws IOException {
    Path release = release();
    Path own = Files.createDirectories(release.resolve("runtime/bin")).resolve("java");
    executable(own, "#!/bin/sh\necho \"own $@\"\n");
    Path archive = Files.writeString(release.resolve("lib/perf-triage.jsa"), "a");
    Files.setLastModifiedTime(archive, FileTime.from(Instant.EPOCH));

    Result result =
        program()
            .with("XDG_CACHE_HOME", "/dev/null/none")
            .run(release.resolve("bin/perf-triage").toString(), "x");

    assertThat(result.out()).startsWith("own ").doesNotContain("SharedArchiveFile");
  }

  @Test
  void aReleaseWithoutJavaUsesThatOfThePathAndNeverBuilds() throws IOException {
    Path release = release();

    Result result =
        program()
            .with("XDG_CACHE_HOME", "/dev/null/none")
            .run(release.resolve("bin/perf-triage").toString(), "x");

    assertThat(result.out()).isEqualTo("<x>\n");
    assertThat(result.err()).isEmpty();
    assertThat(directory.resolve("builds")).doesNotExist();
  }

  private Path release() throws IOException {
    Path release = directory.resolve("a release");
    Files.createDirectories(release.resolve("bin"));
    Files.createDirectories(release.resolve("lib"));
    Files.writeString(release.resolve("lib/perf-triage.jar"), "");
    executable(release.resolve("bin/perf-triage"), Files.readString(Path.of("perf-triage")));
    return release;
  }

  @Test
  void passesArgumentsThroughUnchanged() {
    assertThat(launch("a b", "", "*", "'\"$HOME`\\", "-o", "--", "é").out())
        .isEqualTo("<a b>\n<>\n<*>\n<'\"$HOME`\\>\n<-o>\n<-->\n<é>\n");
  }

  @Test
  void passesTheExitCodeThrough() throws IOException {
    java("exit 42\n");
    assertThat(launch().exitCode()).isEqualTo(42);
  }

  @Test
  void passesSignalsThrough() throws Exception {
    Path ready = directory.resolve("ready");
    java("trap 'exit 9' TERM\necho > '" + ready + "'\nwhile :; do :; done\n");
    Process launcher = program().start(List.of(project.resolve("perf-triage").toString()));
    try {
      while (!Files.exists(ready)) {
        assertThat(launcher.isAlive()).isTrue();
        Thread.sleep(10);
      }
      launcher.destroy();
      assertThat(launcher.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(launcher.exitValue()).isEqualTo(9);
    } finally {
      launcher.destroyForcibly();
    }
  }

  @Test
  void worksThroughSymlinksFromAnywhere() throws IOException {
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    Path link =
        Files.createSymbolicLink(elsewhere.resolve("first"), project.resolve("perf-triage"));
    Path second = Files.createSymbolicLink(elsewhere.resolve("pt"), Path.of("first"));

    assertThat(program().run(link.toString(), "x").out()).isEqualTo("<x>\n");
    assertThat(
            Program.in(elsewhere)
                .with("PATH", tools.toString())
                .with("JAVA_HOME", "")
                .run("./pt", "x")
                .out())
        .isEqualTo("<x>\n");
    assertThat(second).isSymbolicLink();
  }

  @Test
  void saysInOneLineWhatIsMissing() throws IOException {
    Files.delete(tools.resolve("mvn"));
    assertMissing("no Maven");
    Files.delete(tools.resolve("javac"));
    assertMissing("no JDK");
    Files.delete(tools.resolve("java"));
    assertMissing("no Java");
  }

  @Test
  void aJavaThatIsTooOldIsNamed() throws IOException {
    Path old = Files.createDirectories(directory.resolve("jdk-11/bin"));
    executable(old.resolve("java"), "#!/bin/sh\n");
    for (String version : List.of("11.0.2", "1.8.0_402")) {
      Files.writeString(directory.resolve("jdk-11/release"), "JAVA_VERSION=\"" + version + "\"\n");
      Result result =
          program()
              .with("JAVA_HOME", directory.resolve("jdk-11").toString())
              .run(project.resolve("perf-triage").toString());
      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err().lines()).hasSize(1).first().asString().contains("too old");
    }
  }

  @Test
  void aFailedBuildShowsItsLogAndRunsNothing() throws IOException {
    executable(tools.resolve("mvn"), "#!/bin/sh\necho '[ERROR] no such symbol'\nexit 1\n");
    Result result = launch("x");

    assertThat(result.exitCode()).isEqualTo(70);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("[ERROR] no such symbol").contains("the build failed");
  }

  private void assertMissing(String what) {
    Result result = launch();
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines()).hasSize(1).first().asString().contains(what);
  }

  private Result launch(String... arguments) {
    List<String> command =
        Stream.concat(Stream.of(project.resolve("perf-triage").toString()), Stream.of(arguments))
            .toList();
    return program().run(command);
  }

  private Program program() {
    return Program.in(directory).with("PATH", tools.toString()).with("JAVA_HOME", "");
  }

  private long builds() throws IOException {
    return Files.readAllLines(directory.resolve("builds")).size();
  }

  private long layouts() throws IOException {
    return Files.readAllLines(directory.resolve("layouts")).size();
  }

  /** A Java that lays out classes as one would, and otherwise does what the lines say. */
  private void java(String lines) throws IOException {
    executable(
        tools.resolve("java"),
        """
        #!/bin/sh
        for word; do
          case $word in
            -XX:DumpLoadedClassList=*) echo a/Class > "${word#*=}"; exit ;;
            -XX:SharedArchiveFile=*) archive=${word#*=} ;;
          esac
        done
        case $1 in -Xshare:dump) echo a > "$archive"; echo made >> '%s/layouts'; echo chatter; exit ;; esac
        """
                .replace("%s", directory.toString())
            + lines);
  }

  private static void executable(Path file, String content) throws IOException {
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Path which(String tool) {
    return List.of("/bin", "/usr/bin").stream()
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }
}
