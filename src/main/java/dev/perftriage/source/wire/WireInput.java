package dev.perftriage.source.wire;

import dev.perftriage.model.DataException;
import dev.perftriage.model.Sha;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePackException;

/**
 * Reads the values of a payload one after another: no tree is built, and unknown fields are
 * skipped.
 *
 * <p>After {@link #nextField()} or {@link #nextElement()} the value must be consumed, by the method
 * named after its type or by {@link #skip()}. A value of another type is a {@link DataException};
 * {@link #read} throws one for truncated or malformed bytes, too.
 */
abstract class WireInput {

  final WirePath path;

  WireInput(WirePath path) {
    this.path = path;
  }

  /**
   * Reads a payload.
   *
   * @param answer MessagePack or JSON
   * @param meaning what the payload should be, with its article, for error messages
   * @param names shares the strings that {@link #name()} returns
   * @throws DataException if the payload is something else
   */
  static <T> T read(Payload answer, String meaning, NameInterner names, Reading<T> reading) {
    byte[] bytes = answer.bytes();
    String origin = answer.origin();
    WireInput in =
        switch (PayloadForm.of(bytes)) {
          case JSON -> new JsonInput(bytes, origin, meaning, names);
          case MESSAGE_PACK -> new MessagePackInput(bytes, origin, meaning, names);
          case OTHER ->
              throw new DataException(
                  origin + " is not " + meaning + ": " + PayloadForm.describe(bytes));
        };
    try {
      T value = reading.of(in);
      if (!in.atEnd()) {
        throw in.path.damaged(": trailing data", null);
      }
      return value;
    } catch (IOException | MessagePackException e) {
      String field = in.path.toString();
      throw in.path.damaged((field.isEmpty() ? "" : " at field " + field) + in.place(e), e);
    }
  }

  interface Reading<T> {
    T of(WireInput in) throws IOException;
  }

  /** Begins an object; false if the value is null. */
  final boolean beginObject() throws IOException {
    return entered(opensObject());
  }

  /** Begins a list; false if the value is null. */
  final boolean beginList() throws IOException {
    return entered(opensList());
  }

  private boolean entered(boolean opened) {
    if (opened) {
      path.enter();
    }
    return opened;
  }

  /** Begins an object; null is an error. */
  final void beginRequiredObject() throws IOException {
    if (!beginObject()) {
      throw path.missing();
    }
  }

  /** The elements of a list; empty if the value is null. */
  final <T> List<T> list(Reading<T> element) throws IOException {
    return beginList() ? elements(element) : List.of();
  }

  /** The elements of a list; null is an error. */
  final <T> List<T> requiredList(Reading<T> element) throws IOException {
    if (!beginList()) {
      throw path.missing();
    }
    return elements(element);
  }

  /** The elements of a list that has been begun. */
  final <T> List<T> elements(Reading<T> element) throws IOException {
    List<T> list = new ArrayList<>();
    while (nextElement()) {
      list.add(element.of(this));
    }
    return list;
  }

  /** The name of the next field of an object; null at the end of the object. */
  final @Nullable String nextField() throws IOException {
    path.toField(null);
    String field = fieldName();
    path.toField(field);
    if (field == null) {
      path.leave();
    }
    return field;
  }

  /** Moves to the next element of a list; false at the end of the list. */
  final boolean nextElement() throws IOException {
    path.toNextElement();
    boolean found = hasElement();
    if (!found) {
      path.leave();
    }
    return found;
  }

  /** A required part of the object or list just read, by its name or its index in brackets. */
  final <T> T required(@Nullable T value, String field) {
    if (value == null) {
      throw path.missingPart(field);
    }
    return value;
  }

  /** An integer that fits into an int; null if the value is null. */
  final @Nullable Integer wholeInt() throws IOException {
    Long number = whole();
    if (number == null) {
      return null;
    }
    if (number != number.intValue()) {
      throw tooLarge();
    }
    return number.intValue();
  }

  final DataException tooLarge() {
    return path.invalid("out of range", null);
  }

  /** A commit; null if the value is null. */
  final @Nullable Sha sha() throws IOException {
    String text = text();
    return text == null ? null : new Sha(text);
  }

  /** A commit by its full SHA; null if the value is null. */
  final @Nullable Sha fullSha() throws IOException {
    Sha sha = sha();
    if (sha != null && !sha.isFull()) {
      throw path.wrong("a full SHA");
    }
    return sha;
  }

  /** Checks that the value just read is what was asked for; null says nothing. */
  final void requireAnswer(Object asked, @Nullable Object answered) {
    if (answered != null && !answered.equals(asked)) {
      throw path.answersOther(answered, asked);
    }
  }

  /** An RFC 3339 date and time; null if the value is null. */
  final @Nullable Instant instant() throws IOException {
    String date = text();
    try {
      return date == null ? null : OffsetDateTime.parse(date).toInstant();
    } catch (DateTimeException e) {
      throw path.invalid("not an RFC 3339 date", e);
    }
  }

  /** A string; null if the value is null. */
  abstract @Nullable String text() throws IOException;

  /** A string that many payloads share; null if the value is null. */
  abstract @Nullable String name() throws IOException;

  /**
   * A string, number or boolean as text, which is the same in both forms of a payload; null for any
   * other value, which is skipped.
   */
  abstract @Nullable String scalar() throws IOException;

  /** A boolean; null if the value is null. */
  abstract @Nullable Boolean flag() throws IOException;

  /** An integer; null if the value is null. */
  abstract @Nullable Long whole() throws IOException;

  /** Any number; NaN if the value is null. */
  abstract double number() throws IOException;

  /** Skips a value of any type. */
  abstract void skip() throws IOException;

  /**
   * What the next object says before the value of its last field, if the same bytes were
   * {@linkplain #memorize memorized}; that value is then next. Null if they were not, or cannot be,
   * and nothing is read.
   */
  abstract <V> @Nullable V recalled(ByteKeyTable<V> meanings, String lastField) throws IOException;

  /** Memorizes what the object says that was last sought and not recalled. */
  abstract <V> void memorize(ByteKeyTable<V> meanings, V meaning);

  abstract boolean opensObject() throws IOException;

  abstract boolean opensList() throws IOException;

  abstract @Nullable String fieldName() throws IOException;

  abstract boolean hasElement() throws IOException;

  abstract boolean atEnd() throws IOException;

  /** The location of an error, in parentheses after a space; empty if unknown. */
  String place(Exception error) {
    return "";
  }
}
