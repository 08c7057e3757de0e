package dev.perftriage.report;

/** Text from outside, made fit to stand within one line. */
public final class PlainText {

  /** The last two places of every plane, which no XML may hold. */
  private static final int NONCHARACTER = 0xFFFE;

  private PlainText() {}

  /**
   * The text on one line: a line break, a control character, one that changes the direction of what
   * follows or one that Unicode says is none becomes a space, and no space is left at the ends.
   */
  public static String onOneLine(String text) {
    if (isPlain(text)) {
      return text.strip();
    }
    StringBuilder line = new StringBuilder(text.length());
    String unbroken = text.replace("\r\n", "\n");
    int character;
    for (int i = 0; i < unbroken.length(); i += Character.charCount(character)) {
      character = unbroken.codePointAt(i);
      line.appendCodePoint(breaksTheLine(character) ? ' ' : character);
    }
    return line.toString().strip();
  }

  /** Whether it is all printable ASCII, as nearly every name is. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  private static boolean breaksTheLine(int character) {
    if ((character & NONCHARACTER) == NONCHARACTER) {
      return true;
    }
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
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
