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
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page as one self-contained HTML file. Its content security policy allows only the bundled
 * script and style sheet, by their digests.
 */
public final class HtmlPage {

  private static final String TEMPLATES = "dev.perftriage.report.html.template";

  /** Control characters in untrusted text, which HTML forbids. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\n]]");

  private static final String STYLE = resource("page.css");

  /** One scope, so that no name of the script is one of the browser's. */
  private static final String SCRIPT =
      Stream.of(
              "numbers.js",
              "data.js",
              "state.js",
              "summary.js",
              "detail.js",
              "table.js",
              "export.js",
              "entries.js",
              "charts.js",
              "page.js")
          .map(HtmlPage::resource)
          .collect(Collectors.joining("\n", "\"use strict\";\n(() => {\n", "})();\n"));

  private static final String POLICY =
      """
      default-src 'none'; style-src '%s'; script-src '%s'; img-src data:; \
      base-uri 'none'; form-action 'none'\
      """
          .formatted(digest(STYLE), digest(SCRIPT));

  private HtmlPage() {}

  /** The whole file of a report or a comparison. */
  public static String render(Page page) {
    return render(
        "page.jte", Map.of("page", page, "policy", POLICY, "style", STYLE, "script", SCRIPT));
  }

  /** The whole file of levels, which needs no script. */
  public static String render(LevelPage page) {
    return render("levels.jte", Map.of("page", page, "policy", POLICY, "style", STYLE));
  }

  private static String render(String template, Map<String, Object> parameters) {
    TemplateEngine engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlPage.class.getClassLoader(), TEMPLATES);
    StringOutput html = new StringOutput();
    engine.render(template, parameters, html);
    String text = html.toString();
    return hasControl(text) ? CONTROL.matcher(text).replaceAll(" ") : text;
  }

  /** Few pages have any, and the pattern takes 20 ms longer to find that out. */
  private static boolean hasControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '\n' && Character.isISOControl(text.charAt(i))) {
        return true;
      }
    }
    return false;
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
}
