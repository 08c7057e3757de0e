package dev.perftriage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Renderers in Python: that of This Week in Rust, Python-Markdown 3.7 with the extensions of
 * Pelican, and a reader of CommonMark, marko.
 */
public final class PythonMarkdown {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The Python that has them; {@code .ci/run} makes it. */
  private static final Path PYTHON = Path.of("target/python/bin/python");

  private static final String NEWSLETTER =
      """
      import sys, markdown
      assert markdown.__version__ == "3.7", markdown.__version__
      text = sys.stdin.buffer.read().decode("utf-8")
      html = markdown.markdown(text, extensions=["extra", "meta"], output_format="html")
      sys.stdout.buffer.write(html.encode("utf-8"))
      """;

  private static final String COMMON_MARK =
      """
      import sys, json, marko
      pages = [marko.convert(text) for text in json.loads(sys.stdin.buffer.read())]
      sys.stdout.buffer.write(json.dumps(pages).encode("utf-8"))
      """;

  private PythonMarkdown() {}

  /** The page of a text in the newsletter. */
  public static String render(String markdown) {
    return run(NEWSLETTER, markdown.getBytes(StandardCharsets.UTF_8));
  }

  /** The pages of texts by CommonMark. */
  public static List<String> renderCommonMark(List<String> texts) {
    try {
      List<String> pages = new ArrayList<>();
      for (JsonNode page : JSON.readTree(run(COMMON_MARK, JSON.writeValueAsBytes(texts)))) {
        pages.add(page.asText());
      }
      return pages;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String run(String program, byte[] input) {
    String python =
        Tools.path(
            PYTHON,
            "Markdown 3.7 and marko 2.2 for Python (python3 -m venv target/python &&"
                + " target/python/bin/pip install Markdown==3.7 marko==2.2.4)");
    try {
      Process process = new ProcessBuilder(python, "-c", program).redirectErrorStream(true).start();
      process.getOutputStream().write(input);
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(output).isZero();
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
