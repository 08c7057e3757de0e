package dev.perftriage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Charts of the packaged program, in a process of its own. */
class ChartsIT {

  private static final List<String> REPORT =
      List.of(
          "report",
          "--store",
          Path.of("samples/2025-11-03").toAbsolutePath().toString(),
          "--offline",
          "--date",
          "2025-11-03");

  @TempDir private Path directory;

  @Test
  void chartsAreTheSameWithoutDisplayFontsOrLocale() throws IOException {
    Path noFonts = directory.resolve("fonts.conf");
    Files.writeString(noFonts, "<fontconfig/>");
    Result result =
        Program.in(directory)
            .with("FONTCONFIG_FILE", noFonts.toString())
            .with("DISPLAY", "")
            .with("LC_ALL", "C")
            .run(java(List.of("-Duser.language=tr", "-Duser.country=TR"), "--charts", "--html"));

    assertThat(result.err().lines()).singleElement().asString().startsWith("perf-triage: next: ");
    assertThat(result.exitCode()).isZero();
    for (String name :
        List.of("2025-11-03-charts/largest-changes.svg", "2025-11-03.html", "2025-11-03.md")) {
      assertThat(directory.resolve("reports/2025").resolve(name))
          .hasSameBinaryContentAs(Path.of("reports/2025").resolve(name));
    }
    assertThat(directory.resolve("reports/2025/2025-11-03-charts/heat-map.png")).isNotEmptyFile();
  }

  @Test
  void aReportWithoutChartsLoadsNoClassThatDraws() throws IOException {
    Path log = directory.resolve("classes.log");

    Result result =
        Program.in(directory).run(java(List.of("-Xlog:class+load:file=" + log), "-o", "-"));

    assertThat(result.exitCode()).isZero();
    assertThat(Files.readString(log))
        .contains("dev.perftriage.report.markdown.MarkdownReport ")
        .doesNotContain(" java.awt.", " org.jfree.", " sun.font.", " gg.jte.");
  }

  private static List<String> java(List<String> options, String... arguments) {
    List<String> command = new ArrayList<>(List.of(Program.JAVA.toString()));
    command.addAll(options);
    command.add("-jar");
    command.add(Program.JAR.toString());
    command.addAll(REPORT);
    command.addAll(List.of(arguments));
    return command;
  }
}
