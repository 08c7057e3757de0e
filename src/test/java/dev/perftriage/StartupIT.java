package dev.perftriage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Program.Result;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command loads, which decides how fast it starts. */
class StartupIT {

  private static final String SAMPLE = Path.of("samples/2025-11-03").toAbsolutePath().toString();
  private static final String INPUT = Path.of("samples/148193.json").toAbsolutePath().toString();
  private static final String PICTURES_AND_PAGES =
      "(java\\.awt|javax\\.imageio|sun\\.(awt|java2d|font)|org\\.jfree|gg\\.jte"
          + "|dev\\.perftriage\\.report\\.(chart|html))\\.";
  private static final String SERVICES_AND_BINDING =
      "(okhttp3\\.OkHttp|okhttp3\\.internal|okio|dev\\.perftriage\\.source\\.GitHub"
          + "|com\\.fasterxml\\.jackson\\.databind)";
  private static final String PROXIES = "(jdk|com\\.sun)\\.proxy.*";

  /** A class made at run time costs about a millisecond; the build makes those of lambdas. */
  private static final String COMPOSED_ORDERS = "java\\.util\\.(Comparator|Map\\$Entry)\\$\\$.*";

  private static final String RECORD_METHODS = "java.lang.runtime.ObjectMethods";

  /** What commands and use cases share: how errors and options are called. */
  private static final String OF_ALL = "UsageException|OptionNames";

  private static final int JAVA_6 = 50;

  @TempDir private Path directory;

  @Test
  void helpLoadsNothingButTheCommandLine() throws IOException {
    assertThat(loadedBy("--help"))
        .contains("picocli.CommandLine")
        .noneMatch(name -> name.matches("(com\\.fasterxml|okhttp3|okio|kotlin|org)\\..*"))
        .noneMatch(name -> name.matches("dev\\.perftriage\\.(?!cli\\.|app\\.(" + OF_ALL + ")).*"));
  }

  @Test
  void helpOnChartsPreparesNoFonts() throws IOException {
    assertThat(loadedBy("report", "--charts", "--html", "--help"))
        .contains("picocli.CommandLine")
        .noneMatch(name -> name.matches(PICTURES_AND_PAGES + ".*"));
  }

  @Test
  void aComparisonLoadsNeitherPicturesNorPagesNorServicesNorABinder() throws IOException {
    assertThat(loadedBy("compare", "--input", INPUT))
        .contains("dev.perftriage.report.text.TextWriter")
        .noneMatch(name -> name.matches(PICTURES_AND_PAGES + ".*"))
        .noneMatch(name -> name.matches(SERVICES_AND_BINDING + ".*"))
        .noneMatch(name -> name.matches(PROXIES))
        .doesNotContain(RECORD_METHODS);
  }

  @Test
  void aRecordedWeeksReportLoadsNeitherPicturesNorPagesNorServicesNorABinder() throws IOException {
    assertThat(loadedBy("report", "--offline", "--store", SAMPLE, "-o", "-"))
        .contains("dev.perftriage.report.markdown.MarkdownReport")
        .noneMatch(name -> name.matches(COMPOSED_ORDERS))
        .noneMatch(name -> name.matches(PICTURES_AND_PAGES + ".*"))
        .noneMatch(name -> name.matches(SERVICES_AND_BINDING + ".*"))
        .noneMatch(name -> name.matches(PROXIES))
        .doesNotContain(RECORD_METHODS);
  }

  /** From JDK 19 on, older class files are kept out of the archive that the launcher makes. */
  @Test
  void noClassFileIsOlderThanJava6() throws IOException {
    List<String> old = new ArrayList<>();
    try (JarFile jar = new JarFile(Program.JAR.toFile())) {
      Enumeration<JarEntry> entries = jar.entries();
      while (entries.hasMoreElements()) {
        JarEntry entry = entries.nextElement();
        if (entry.getName().endsWith(".class")) {
          try (InputStream content = jar.getInputStream(entry)) {
            if (content.readNBytes(8)[7] < JAVA_6) {
              old.add(entry.getName());
            }
          }
        }
      }
      assertThat(jar.getEntry("picocli/CommandLine.class")).isNotNull();
    }
    assertThat(old).isEmpty();
  }

  private List<String> loadedBy(String... arguments) throws IOException {
    Path log = directory.resolve("loaded");
    Result result =
        Program.in(directory)
            .run(Program.java(List.of("-Xlog:class+load:file=" + log + ":none"), arguments));
    assertThat(result.exitCode()).isZero();
    return Files.readAllLines(log).stream().map(line -> line.split(" ", 2)[0]).toList();
  }
}
