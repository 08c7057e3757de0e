package dev.perftriage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perftriage.model.DataException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** The exit codes of failures that no command line asks for. */
class ErrorsTest {

  private final StringWriter err = new StringWriter();

  @Test
  void memoryThatRunsOutIsMissingDataAndTheSentenceSaysWhatToDo() {
    assertThat(report(new OutOfMemoryError("Java heap space"), false)).isEqualTo(ExitCodes.DATA);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("ran out of memory").contains("JAVA_TOOL_OPTIONS=-Xmx4g");
  }

  @Test
  void memoryThatRunsOutInAnotherThreadIsTheSame() {
    Throwable wrapped = new CompletionException(new DataException("x", new OutOfMemoryError()));

    assertThat(report(wrapped, false)).isEqualTo(ExitCodes.DATA);
    assertThat(err.toString()).contains("ran out of memory");
  }

  @Test
  void anyOtherErrorOfJavaIsABugAndNeverAGate() {
    for (Throwable error :
        new Throwable[] {
          new StackOverflowError(), new NoClassDefFoundError("x/Y"), new IllegalStateException("z")
        }) {
      assertThat(report(error, false)).isEqualTo(ExitCodes.BUG);
    }
    assertThat(err.toString().lines())
        .hasSize(3)
        .allMatch(line -> line.startsWith("perf-triage: a bug in perf-triage: java.lang."))
        .allMatch(line -> line.endsWith("; --verbose shows where"));
  }

  @Test
  void aTraceCannotControlTheTerminal() {
    report(new IllegalStateException("a\u001b[2J\rb\u202ec"), true);

    assertThat(err.toString())
        .contains("IllegalStateException: a [2J b c")
        .contains("\tat dev.perftriage.cli.ErrorsTest")
        .doesNotContain("\u001b", "\r", "\u202e");
  }

  @Test
  void aProgressLineReplacesTheLastOneAndCannotControlTheTerminal() {
    new Output(new StringWriter(), err, true).replaceLine("x\u001b[2J\r");

    assertThat(err).hasToString("\r\u001b[Kx [2J ");
  }

  private int report(Throwable error, boolean verbose) {
    CommandContext context =
        new CommandContext(
            new Output(new StringWriter(), err, false),
            InputStream.nullInputStream(),
            Path.of(""),
            Clock.systemUTC(),
            Map.of(),
            Terminal.of(false, null, Map.of()),
            false,
            Duration.ZERO,
            true,
            new Interruption());
    return Errors.report(error, context, verbose);
  }
}
