package dev.perftriage.build.man;

import java.util.Locale;

/** A document in the language of the man macros. */
final class Roff {

  private final StringBuilder document = new StringBuilder();

  /** A macro with arguments, each of which may have spaces. */
  Roff macro(String name, String... arguments) {
    document.append('.').append(name);
    for (String argument : arguments) {
      document.append(" \"").append(escaped(argument)).append('"');
    }
    document.append('\n');
    return this;
  }

  /** A line of text that is filled into a paragraph. */
  Roff text(String line) {
    String text = escaped(line.strip());
    // What starts with these would be read as a macro.
    boolean looksLikeMacro = text.startsWith(".") || text.startsWith("'");
    document.append(looksLikeMacro ? "\\&" : "").append(text).append('\n');
    return this;
  }

  /** Lines that stay as they are. */
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
                // Else dashes and quotes turn typographic and can no longer be copied.
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
