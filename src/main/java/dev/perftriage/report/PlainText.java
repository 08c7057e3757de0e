package dev.perftriage.report;

/** Text from outside, made fit to stand within one line. */
public final class PlainText {

  private PlainText() {}

  /**
   * The text on one line: a line break, a control character or one that changes the direction of
   * what follows becomes a space, and no space is left at the ends.
   */
  public static String onOneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .codePoints()
        .forEach(character -> line.appendCodePoint(breaksTheLine(character) ? ' ' : character));
    return line.toString().strip();
  }

  private static boolean breaksTheLine(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      default ->
          switch (Character.getDirectionality(character)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
                Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
                Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
                Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
                Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
                Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
                Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
                Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
                Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE ->
                true;
            default -> false;
          };
    };
  }
}
