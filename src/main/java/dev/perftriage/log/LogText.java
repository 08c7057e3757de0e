package dev.perftriage.log;

import dev.perftriage.log.TriageLog.TextSpan;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.commonmark.node.Node;

/** The text of a log, with its line endings unchanged. */
public final class LogText {

  private final String name;
  private final String text;
  private final int[] newlines;

  /**
   * A text.
   *
   * @param name its name in messages: the path as the user gave it
   * @param text its content
   */
  public LogText(String name, String text) {
    this.name = name;
    this.text = text;
    this.newlines =
        IntStream.range(0, text.length()).filter(at -> text.charAt(at) == '\n').toArray();
  }

  /**
   * The text of a file.
   *
   * @throws CharacterCodingException if the bytes are not UTF-8, because they could not be written
   *     back unchanged
   */
  public static LogText decode(String name, byte[] bytes) throws CharacterCodingException {
    return new LogText(
        name, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
  }

  /** Its name in messages. */
  public String name() {
    return name;
  }

  /** Its content. */
  public String text() {
    return text;
  }

  /** The content in UTF-8. */
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The line, from 1, of an offset. */
  public int line(int offset) {
    int at = Arrays.binarySearch(newlines, offset);
    return 1 + (at < 0 ? -at - 1 : at);
  }

  /** The start of the line that contains an offset. */
  int lineStart(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** The end of the line that contains an offset, after its line ending. */
  public int lineEnd(int offset) {
    int newline = text.indexOf('\n', offset);
    return newline < 0 ? text.length() : newline + 1;
  }

  /** The line, from 1, of a node. */
  int line(Node node) {
    return line(SyntaxTree.start(node));
  }

  /** The whole lines of a block, with their line endings. */
  TextSpan lines(Node block) {
    return new TextSpan(lineStart(SyntaxTree.start(block)), lineEnd(SyntaxTree.end(block)));
  }

  /** The source text of a node. */
  String written(Node node) {
    return text.substring(SyntaxTree.start(node), SyntaxTree.end(node));
  }

  /** The line ending of the first line; LF if there is none. */
  public String lineEnding() {
    int newline = text.indexOf('\n');
    return newline > 0 && text.charAt(newline - 1) == '\r' ? "\r\n" : "\n";
  }

  /** The text with some edits, which must not overlap. */
  public LogText with(List<SourceEdit> edits) {
    StringBuilder edited = new StringBuilder(text);
    edits.stream()
        .sorted(Comparator.comparingInt(SourceEdit::start).reversed())
        .forEach(edit -> edited.replace(edit.start(), edit.end(), edit.replacement()));
    return new LogText(name, edited.toString());
  }
}
