package dev.perftriage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The renderer of This Week in Rust: Python-Markdown 3.7 with the extensions of Pelican. */
public final class PythonMarkdown {

  /** The Python that has it; {@code .ci/run} makes it. */
  private static final Path PYTHON = Path.of("target/python/bin/python");

  private static final String PROGRAM =
      """
      import sys, markdown
      assert markdown.__version__ == "3.7", markdown.__version__
      text = sys.stdin.buffer.read().decode("utf-8")
      html = markdown.markdown(text, extensions=["extra", "meta"], output_format="html")
      sys.stdout.buffer.write(html.encode("utf-8"))
      """;

  private PythonMarkdown() {}

  /** The page of a text. */
  public static String render(String markdown) {
    String python =
        Tools.path(
            PYTHON,
            "Markdown 3.7 for Python (python3 -m venv target/python &&"
                + " target/python/bin/pip install Markdown==3.7)");
    try {
      Process process = new ProcessBuilder(python, "-c", PROGRAM).redirectErrorStream(true).start();
      process.getOutputStream().write(markdown.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      String html = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(html).isZero();
      return html;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
