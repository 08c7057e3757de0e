package dev.perftriage.log;

import dev.perftriage.log.TriageLog.TextSpan;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.commonmark.node.Node;

/** The text of a log, unchanged, whatever its line endings are. */
public final class LogText {

  private final String name;
  private final String text;
  private final int[] newlines;

  /**
   * A text.
   *
   * @param name what messages call it: the file as it was named
   * @param text every character of it
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
   * @throws CharacterCodingException where the bytes are not UTF-8, and so could not be written
   *     back
   */
  public static LogText decode(String name, byte[] bytes) throws CharacterCodingException {
    return new LogText(
        name, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
  }

  /** What messages call it. */
  public String name() {
    return name;
  }

  /** Every character of it. */
  public String text() {
    return text;
  }

  /** The bytes of the file: those it was decoded from. */
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The line, from 1, of an offset. */
  public int line(int offset) {
    int at = Arrays.binarySearch(newlines, offset);
    return 1 + (at < 0 ? -at - 1 : at);
  }

  /** The offset of the first character of the line that an offset is in. */
  int lineStart(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** The offset behind the line that an offset is in, and behind its line ending. */
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

  /** The text of a node as it is written. */
  String written(Node node) {
    return text.substring(SyntaxTree.start(node), SyntaxTree.end(node));
  }

  /** What the log ends its lines with. */
  public String lineEnding() {
    int newline = text.indexOf('\n');
    return newline > 0 && text.charAt(newline - 1) == '\r' ? "\r\n" : "\n";
  }

  /** The text with some places replaced, and nothing else touched. Places do not overlap. */
  public LogText with(List<SourceEdit> edits) {
    StringBuilder edited = new StringBuilder(text);
    edits.stream()
        .sorted(SourceEdit.LAST_FIRST)
        .forEach(edit -> edited.replace(edit.start(), edit.end(), edit.replacement()));
    return new LogText(name, edited.toString());
  }
}
