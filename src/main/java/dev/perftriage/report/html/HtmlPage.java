package dev.perftriage.report.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A page as one HTML file that asks nothing of any network. Its own security policy names the one
 * script and the one style sheet that may have an effect, by their digests.
 */
public final class HtmlPage {

  private static final String TEMPLATES = "dev.perftriage.report.html.template";
  private static final String STYLE = resource("page.css");
  private static final String SCRIPT = resource("page.js");

  private HtmlPage() {}

  /** The whole file. */
  public static String render(Page page) {
    TemplateEngine engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlPage.class.getClassLoader(), TEMPLATES);
    StringOutput html = new StringOutput();
    engine.render("page.jte", new Document(page, policy(), STYLE, SCRIPT), html);
    return printable(html.toString());
  }

  /** With a space for every control character from outside: no HTML may hold one. */
  private static String printable(String html) {
    int at = 0;
    while (at < html.length() && !isControl(html.charAt(at))) {
      at++;
    }
    // Nearly always: to copy a page takes longer than to look through it.
    if (at == html.length()) {
      return html;
    }
    StringBuilder printable = new StringBuilder(html);
    for (; at < html.length(); at++) {
      if (isControl(html.charAt(at))) {
        printable.setCharAt(at, ' ');
      }
    }
    return printable.toString();
  }

  private static boolean isControl(char character) {
    return character != '\n' && Character.isISOControl(character);
  }

  private static String policy() {
    return "default-src 'none'; style-src '"
        + digest(STYLE)
        + "'; script-src '"
        + digest(SCRIPT)
        + "'; img-src data:; base-uri 'none'; form-action 'none'";
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream file = HtmlPage.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("the program lacks its file " + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Unpacking " + name + " failed", e);
    }
  }

  /**
   * What the template puts together.
   *
   * @param policy the content security policy
   * @param style the style sheet, ours
   * @param script the script, ours
   */
  public record Document(Page page, String policy, String style, String script) {}
}
