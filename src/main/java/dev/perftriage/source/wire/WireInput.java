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
 * The values of an answer, one after another as they come: no tree is built, and what nobody asks
 * for is skipped.
 *
 * <p>After {@link #nextField()} or {@link #nextElement()} the value must be taken, by one of the
 * methods that are named after what it should be or by {@link #skip()}. A value that is something
 * else is a {@link DataException}; bytes that end too early or follow no rule are one as well,
 * which {@link #read} sees to.
 */
abstract class WireInput {

  final WirePath path;

  WireInput(WirePath path) {
    this.path = path;
  }

  /**
   * Makes something of an answer.
   *
   * @param answer MessagePack or JSON
   * @param meaning what the answer should be, with its article, for the message of an error
   * @param names shares the strings that {@link #name()} gives
   * @throws DataException where the answer is something else
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

  /** Begins an object; false where there is null instead. */
  final boolean beginObject() throws IOException {
    return entered(opensObject());
  }

  /** Begins a list; false where there is null instead. */
  final boolean beginList() throws IOException {
    return entered(opensList());
  }

  private boolean entered(boolean opened) {
    if (opened) {
      path.enter();
    }
    return opened;
  }

  /** Begins an object that must be there. */
  final void beginRequiredObject() throws IOException {
    if (!beginObject()) {
      throw path.missing();
    }
  }

  /** The elements of a list; none where there is null instead. */
  final <T> List<T> list(Reading<T> element) throws IOException {
    return beginList() ? elements(element) : List.of();
  }

  /** The elements of a list that must be there. */
  final <T> List<T> requiredList(Reading<T> element) throws IOException {
    if (!beginList()) {
      throw path.missing();
    }
    return elements(element);
  }

  /** The elements of a list that was begun. */
  final <T> List<T> elements(Reading<T> element) throws IOException {
    List<T> list = new ArrayList<>();
    while (nextElement()) {
      list.add(element.of(this));
    }
    return list;
  }

  /** The name of the next field of an object; null where the object ends. */
  final @Nullable String nextField() throws IOException {
    path.toField(null);
    String field = fieldName();
    path.toField(field);
    if (field == null) {
      path.leave();
    }
    return field;
  }

  /** Goes to the next element of a list; false where the list ends. */
  final boolean nextElement() throws IOException {
    path.toNextElement();
    boolean found = hasElement();
    if (!found) {
      path.leave();
    }
    return found;
  }

  /** A part of the object or list that ended, by its name or by its index in brackets. */
  final <T> T required(@Nullable T value, String field) {
    if (value == null) {
      throw path.missingPart(field);
    }
    return value;
  }

  /** A whole number that fits into an int; null where there is none. */
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

  /** A commit; null where there is none. */
  final @Nullable Sha sha() throws IOException {
    String text = text();
    return text == null ? null : new Sha(text);
  }

  /** A date and time as RFC 3339 writes it; null where there is none. */
  final @Nullable Instant instant() throws IOException {
    String date = text();
    try {
      return date == null ? null : OffsetDateTime.parse(date).toInstant();
    } catch (DateTimeException e) {
      throw path.invalid("not an RFC 3339 date", e);
    }
  }

  /** A text; null where there is none. */
  abstract @Nullable String text() throws IOException;

  /** A text that many answers have in common; null where there is none. */
  abstract @Nullable String name() throws IOException;

  /** True or false; null where there is neither. */
  abstract @Nullable Boolean flag() throws IOException;

  /** A whole number; null where there is none. */
  abstract @Nullable Long whole() throws IOException;

  /** Any number; NaN where there is none. */
  abstract double number() throws IOException;

  /** Passes over a value of any kind. */
  abstract void skip() throws IOException;

  abstract boolean opensObject() throws IOException;

  abstract boolean opensList() throws IOException;

  abstract @Nullable String fieldName() throws IOException;

  abstract boolean hasElement() throws IOException;

  abstract boolean atEnd() throws IOException;

  /** Where in the bytes an error was found, in brackets after a space; empty where not known. */
  String place(Exception error) {
    return "";
  }
}
