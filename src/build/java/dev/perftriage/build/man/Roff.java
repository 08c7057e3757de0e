package dev.perftriage.build.man;

import java.util.Locale;

/** A document written with man macros. */
final class Roff {

  private final StringBuilder document = new StringBuilder();

  /** Appends a macro with arguments, which may contain spaces. */
  Roff macro(String name, String... arguments) {
    document.append('.').append(name);
    for (String argument : arguments) {
      document.append(" \"").append(escaped(argument)).append('"');
    }
    document.append('\n');
    return this;
  }

  /** Appends text that is filled into a paragraph. */
  Roff text(String line) {
    String text = escaped(line.strip());
    // Text starting with these characters would be read as a macro.
    boolean looksLikeMacro = text.startsWith(".") || text.startsWith("'");
    document.append(looksLikeMacro ? "\\&" : "").append(text).append('\n');
    return this;
  }

  /** Appends lines that are not filled. */
  Roff lines(Iterable<String> lines) {
    macro("nf");
    for (String line : lines) {
      document.append("\\&").append(escaped(line)).append('\n');
    }
    return macro("fi");
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> {
              switch (character) {
                case '\\' -> escaped.append("\\e");
                // Unescaped dashes and quotes become typographic and can no longer be copied.
                case '-' -> escaped.append("\\-");
                case '\'' -> escaped.append("\\(aq");
                case '"' -> escaped.append("\\(dq");
                case '^' -> escaped.append("\\(ha");
                case '~' -> escaped.append("\\(ti");
                case '`' -> escaped.append("\\(ga");
                default -> {
                  if (character < 128) {
                    escaped.appendCodePoint(character);
                  } else {
                    escaped.append(String.format(Locale.ROOT, "\\[u%04X]", character));
                  }
                }
              }
            });
    return escaped.toString();
  }

  @Override
  public String toString() {
    return document.toString();
  }
}
