package dev.perftriage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perftriage.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mvn -Prelease package} made, as a new user has it. */
@Tag("release")
class ReleaseIT {

  private static final Path RELEASE = Path.of("target/release").toAbsolutePath();
  private static final String REPORT = "bin/perf-triage report --store sample --offline";
  private static final long MOST_BYTES = 90_000_000;

  /** A library in THIRD-PARTY.txt: its licence and its coordinates. */
  private static final Pattern LIBRARY =
      Pattern.compile(
          "(?m)^ +(?<licences>(?:\\([^)]+\\) )+).* \\((?<name>[^ :]+:[^ :]+:[^ :]+) - ");

  private static final Pattern LICENCE = Pattern.compile("\\(([^)]+)\\)");

  @TempDir private Path directory;
  private Path home;

  @BeforeEach
  void anEmptyHome() throws IOException {
    home = Files.createDirectory(directory.resolve("home"));
  }

  @Test
  void theOneWithItsOwnJavaNeedsNothing() throws IOException {
    Path unpacked = unpacked(withJava());

    Result first = run(unpacked, "env", "-i", "HOME=" + home, "PATH=", "/bin/sh", "-c", REPORT);
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(table(first.out())).isEqualTo(table(readme()));
    assertThat(first.err()).startsWith("perf-triage: next: ").hasLineCount(1);

    Result illustrated =
        run(unpacked, "env", "-i", "sh", "-c", REPORT + " --charts --html -o week.md");
    assertThat(illustrated.exitCode()).as(illustrated.err()).isZero();
    assertThat(unpacked.resolve("week-charts/heat-map.svg")).isNotEmptyFile();
    assertThat(unpacked.resolve("week.html")).isNotEmptyFile();
  }

  @Test
  void itRunsInAFileSystemWithNothingButAShell() throws IOException {
    Path root = directory.resolve("root");
    Path unpacked = Files.createDirectories(root).resolve("perf-triage");
    Files.move(unpacked(withJava()), unpacked);
    Bare.add(root, directory, "/bin/sh");
    Bare.addLibrariesOf(root, directory, unpacked.resolve("runtime/lib/server/libjvm.so"));

    Result result =
        Bare.run(root, directory, List.of("/bin/sh", "-c", "cd /perf-triage && " + REPORT));

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(table(result.out())).isEqualTo(table(readme()));
  }

  @Test
  void theContainerRunsWithoutRootAndWithoutAShell() throws IOException {
    Path image = Files.createDirectory(directory.resolve("image"));
    run(image, "tar", "-xf", one("*-image.tar").toString());
    JsonNode config = json(image.resolve("config.json")).get("config");
    assertThat(config.get("User").asText()).isEqualTo("65532:65532");
    assertThat(config.get("Volumes").has("/cache")).isTrue();
    Path root = Files.createDirectory(directory.resolve("root"));
    for (JsonNode layer : json(image.resolve("manifest.json")).get(0).get("Layers")) {
      run(root, "tar", "-xf", image.resolve(layer.asText()).toString());
    }
    copy(Path.of("samples/2025-11-03"), root.resolve("data/sample"));

    List<String> command = new ArrayList<>();
    config.get("Entrypoint").forEach(word -> command.add(word.asText()));
    command.addAll(
        List.of("report", "--store", "/data/sample", "--offline", "--html", "-o", "/data/week.md"));
    Result result = Bare.run(root, directory, command);

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(table(result.out())).isEqualTo(table(readme()));
    assertThat(root.resolve("data/week.html")).isNotEmptyFile();
  }

  @Test
  void theOneForAnyJavaNeedsNoMavenAndStartsFasterFromTheSecondTime() throws Exception {
    Path unpacked = unpacked(one("perf-triage-?.?.?.tar.gz"));
    Path cache = home.resolve(".cache/perf-triage-startup");
    Program program =
        Program.in(unpacked)
            .with("HOME", home.toString())
            .with("XDG_CACHE_HOME", "")
            .with("PATH", "/usr/bin:/bin");

    Result first = program.run("sh", "-c", REPORT);
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(table(first.out())).isEqualTo(table(readme()));
    assertThat(first.err()).contains("in the background, which happens once\n");
    while (archives(cache).isEmpty()) {
      Thread.sleep(100);
    }

    Result second = program.run("sh", "-c", REPORT + " --force");
    assertThat(second.err()).doesNotContain("background");
    assertThat(table(second.out())).isEqualTo(table(readme()));
  }

  @Test
  void commandsManPagesAndCompletionsAreThere() throws IOException {
    Path unpacked = unpacked(withJava());
    for (String command :
        List.of(
            "--version",
            "--help",
            "compare --input sample-148193.json",
            "completion zsh",
            "log check --help")) {
      Result result = run(unpacked, "env", "-i", "sh", "-c", "bin/perf-triage " + command);
      assertThat(result.exitCode()).as("%s: %s", command, result.err()).isZero();
      assertThat(result.out()).as(command).isNotEmpty();
    }
    assertThat(unpacked.resolve("share/man/man1/perf-triage-log-check.1")).isNotEmptyFile();
    assertThat(unpacked.resolve("share/bash-completion/completions/perf-triage")).isNotEmptyFile();
    assertThat(unpacked.resolve("bin/perf-triage.cmd")).content().contains("\r\n");
  }

  @Test
  void archivesAreSmallAndTheZipHasWhatTheOtherHas() throws IOException {
    assertThat(Files.size(withJava())).isLessThan(MOST_BYTES);
    Path zip = Files.createDirectory(directory.resolve("zip"));
    run(zip, "unzip", "-q", one("perf-triage-?.?.?.zip").toString());
    Path tar = unpacked(one("perf-triage-?.?.?.tar.gz"));
    Path top = zip.resolve(tar.getFileName());

    assertThat(names(top)).isEqualTo(names(tar));
    assertThat(top.resolve("bin/perf-triage")).isExecutable();
  }

  @Test
  void everyLibraryHasItsLicenceAndTheListsAgree() throws IOException {
    Path unpacked = unpacked(one("perf-triage-?.?.?.tar.gz"));
    Map<String, String> notices = new TreeMap<>();
    for (MatchResult library :
        LIBRARY.matcher(Files.readString(unpacked.resolve("THIRD-PARTY.txt"))).results().toList()) {
      notices.put(library.group(2), library.group(1));
    }
    assertThat(notices).hasSizeGreaterThan(20);
    for (String licences : notices.values()) {
      for (MatchResult licence : LICENCE.matcher(licences).results().toList()) {
        assertThat(unpacked.resolve("licences/" + licence.group(1) + ".txt")).isNotEmptyFile();
      }
    }
    TreeSet<String> bill = new TreeSet<>();
    for (JsonNode component : json(unpacked.resolve("sbom.cdx.json")).get("components")) {
      assertThat(component.get("licenses")).as(component.toString()).isNotEmpty();
      bill.add(
          component.get("group").asText()
              + ":"
              + component.get("name").asText()
              + ":"
              + component.get("version").asText());
    }
    assertThat(notices.keySet()).isEqualTo(bill);
  }

  @Test
  void formulaCatalogueAndChecksumsNameTheFilesThatAreThere() throws Exception {
    Path archive = one("perf-triage-?.?.?.tar.gz");
    assertThat(RELEASE.resolve("perf-triage.rb"))
        .content()
        .contains("/" + archive.getFileName() + "\"", "sha256 \"" + sha256(archive) + "\"")
        .doesNotContain("@");
    String script =
        json(RELEASE.resolve("jbang-catalog.json")).at("/aliases/perf-triage/script-ref").asText();
    assertThat(RELEASE.resolve(script.substring(script.lastIndexOf('/') + 1))).exists();
    for (Path file : files("*.sha256")) {
      String name = file.getFileName().toString();
      Path summed = RELEASE.resolve(name.substring(0, name.length() - ".sha256".length()));
      assertThat(file).content().startsWith(sha256(summed) + "  " + summed.getFileName());
    }
  }

  @Test
  void theActionDownloadsTheArchiveAndRunsNoOther() throws Exception {
    Path repository = Files.createDirectory(directory.resolve("repository"));
    run(repository, "unzip", "-q", one("perf-triage-action-*.zip").toString());
    Path action = repository.resolve(".github/actions/perf-triage");
    assertThat(action.resolve("action.yml"))
        .hasSameTextualContentAs(Path.of(".github/actions/perf-triage/action.yml"));
    Files.writeString(
        repository.resolve("config.properties"),
        "compare.offline = true\ncompare.store = "
            + Path.of("samples/2025-11-03").toAbsolutePath());
    Path config = Files.createDirectories(home.resolve(".config/perf-triage"));
    Files.move(repository.resolve("config.properties"), config.resolve("config.properties"));

    Result compared = action(repository);
    assertThat(compared.exitCode()).as(compared.err()).isZero();
    assertThat(repository.resolve("summary")).content().contains("24 relevant regressions", "syn");
    assertThat(repository.resolve("output")).hasContent("exit-code=0");

    Path archive = action.resolve("archive");
    Files.writeString(
        archive, Files.readString(archive).replaceFirst("^\\w+", sha256(action.resolve("run"))));
    Result refused = action(repository);
    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.err()).contains("is not the archive of this release: its SHA-256 is not ");
    assertThat(repository.resolve("output")).hasContent("exit-code=0");
  }

  private Result action(Path repository) {
    return Program.in(repository)
        .with("HOME", home.toString())
        .with("XDG_CONFIG_HOME", "")
        .with("RUNNER_TEMP", directory.toString())
        .with("GITHUB_STEP_SUMMARY", repository.resolve("summary").toString())
        .with("GITHUB_OUTPUT", repository.resolve("output").toString())
        .with("START", "pr:148193")
        .with("METRIC", "instructions:u")
        .run(repository.resolve(".github/actions/perf-triage/run").toString());
  }

  private static Path withJava() throws IOException {
    return one("perf-triage-?.?.?-*.tar.gz");
  }

  private static Path one(String glob) throws IOException {
    List<Path> files = files(glob);
    assertThat(files).as(glob).hasSize(1);
    return files.get(0);
  }

  private static List<Path> files(String glob) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.list(RELEASE)) {
      all.filter(
              file ->
                  RELEASE
                      .getFileSystem()
                      .getPathMatcher("glob:" + glob)
                      .matches(file.getFileName()))
          .sorted()
          .forEach(files::add);
    }
    return files;
  }

  private Path unpacked(Path archive) throws IOException {
    Path folder = Files.createDirectory(directory.resolve("unpacked"));
    assertThat(run(folder, "tar", "-xzf", archive.toString()).exitCode()).isZero();
    try (Stream<Path> tops = Files.list(folder)) {
      return tops.filter(Files::isDirectory).findFirst().orElseThrow();
    }
  }

  private Result run(Path folder, String... command) {
    return Program.in(folder).run(command);
  }

  /** The table that a report prints, which the README shows. */
  private static String table(String output) {
    int start = output.indexOf("instructions:u");
    int end = output.indexOf("made in total", start);
    assertThat(start).as(output).isNotNegative();
    return output.substring(start, end);
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }

  private static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .filter(name -> !name.startsWith("std"))
          .sorted()
          .toList();
    }
  }

  private static List<Path> archives(Path cache) throws IOException {
    if (!Files.isDirectory(cache)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(cache)) {
      return files.filter(file -> file.toString().endsWith(".jsa")).toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }
}
