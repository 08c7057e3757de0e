package dev.perftriage.source.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perftriage.model.DataException;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePacker;

/** Against another implementation of the format, which writes what is read here. */
class MessagePackInputTest {

  @ParameterizedTest
  @ValueSource(
      longs = {
        0,
        1,
        127,
        128,
        255,
        256,
        65_535,
        65_536,
        4_294_967_295L,
        4_294_967_296L,
        Long.MAX_VALUE,
        -1,
        -32,
        -33,
        -128,
        -129,
        -32_768,
        -32_769,
        -2_147_483_648L,
        -2_147_483_649L,
        Long.MIN_VALUE
      })
  void wholeNumbersOfEverySizeAreRead(long number) {
    assertThat(valueOf(packer -> packer.packLong(number), WireInput::whole)).isEqualTo(number);
    assertThat(valueOf(packer -> packer.packLong(number), WireInput::number))
        .isEqualTo((double) number);
  }

  @Test
  void aWholeNumberBeyondALongIsANumberAndNoWholeNumber() {
    for (String text :
        List.of("18446744073709551615", "9223372036854775808", "9223372036854776833")) {
      BigInteger number = new BigInteger(text);
      assertThat(valueOf(packer -> packer.packBigInteger(number), WireInput::number))
          .isEqualTo(number.doubleValue());
      assertThatThrownBy(() -> valueOf(packer -> packer.packBigInteger(number), WireInput::whole))
          .isInstanceOf(DataException.class)
          .hasMessage("test: field [0] is out of range");
    }
  }

  @Test
  void aWholeNumberThatNoIntHoldsIsTooLargeForOne() {
    assertThat(valueOf(packer -> packer.packInt(Integer.MIN_VALUE), WireInput::wholeInt))
        .isEqualTo(Integer.MIN_VALUE);
    assertThatThrownBy(
            () -> valueOf(packer -> packer.packLong(1L + Integer.MAX_VALUE), WireInput::wholeInt))
        .hasMessage("test: field [0] is out of range");
  }

  @Test
  void floatsOfBothSizesAreNumbersAndNoWholeNumbers() {
    assertThat(valueOf(packer -> packer.packFloat(0.1f), WireInput::number)).isEqualTo(0.1f);
    assertThat(valueOf(packer -> packer.packDouble(-0.0), WireInput::number)).isEqualTo(-0.0);
    assertThatThrownBy(() -> valueOf(packer -> packer.packFloat(1), WireInput::whole))
        .hasMessage("test: field [0] is not a whole number");
    assertThatThrownBy(() -> valueOf(packer -> packer.packDouble(1), WireInput::whole))
        .hasMessage("test: field [0] is not a whole number");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 31, 32, 255, 256, 65_535, 65_536})
  void textsOfEverySizeAreRead(int length) {
    String text = "é".repeat(length / 2) + "x".repeat(length % 2);

    assertThat(valueOf(packer -> packer.packString(text), WireInput::text)).isEqualTo(text);
    assertThat(valueOf(packer -> packer.packString(text), WireInput::name)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 16, 65_535, 65_536})
  void listsAndObjectsOfEverySizeAreRead(int size) {
    assertThat(
            valueOf(
                packer -> {
                  packer.packArrayHeader(size);
                  for (int i = 0; i < size; i++) {
                    packer.packInt(i);
                  }
                },
                MessagePackInputTest::sumOfList))
        .isEqualTo(size * (size - 1L) / 2);
    assertThat(
            valueOf(
                packer -> {
                  packer.packMapHeader(size);
                  for (int i = 0; i < size; i++) {
                    packer.packString("field").packInt(i);
                  }
                },
                MessagePackInputTest::sumOfObject))
        .isEqualTo(size * (size - 1L) / 2);
  }

  @Test
  void nothingIsReadAsNothing() throws IOException {
    for (Taking<?> taking :
        List.<Taking<?>>of(
            WireInput::text,
            WireInput::name,
            WireInput::flag,
            WireInput::whole,
            WireInput::wholeInt,
            WireInput::instant)) {
      assertThat((Object) valueOf(MessagePacker::packNil, taking)).isNull();
    }
    assertThat(valueOf(MessagePacker::packNil, WireInput::number)).isNaN();
    assertThat(valueOf(MessagePacker::packNil, WireInput::beginObject)).isFalse();
    assertThat(valueOf(MessagePacker::packNil, WireInput::beginList)).isFalse();
  }

  @Test
  void aValueOfAnotherKindIsNamed() {
    assertThatThrownBy(() -> valueOf(packer -> packer.packInt(1), WireInput::text))
        .hasMessage("test: field [0] is not a string");
    assertThatThrownBy(() -> valueOf(packer -> packer.packInt(1), WireInput::flag))
        .hasMessage("test: field [0] is not true or false");
    assertThatThrownBy(() -> valueOf(packer -> packer.packBinaryHeader(0), WireInput::name))
        .hasMessage("test: field [0] is not a string");
    assertThatThrownBy(() -> valueOf(packer -> packer.packBoolean(true), WireInput::number))
        .hasMessage("test: field [0] is not a number");
    assertThatThrownBy(() -> valueOf(packer -> packer.packMapHeader(0), WireInput::beginList))
        .hasMessage("test: field [0] is not a list");
    assertThatThrownBy(() -> valueOf(packer -> packer.packArrayHeader(0), WireInput::beginObject))
        .hasMessage("test: field [0] is not an object");
  }

  @Test
  void everyKindOfValueIsSkipped() throws IOException {
    List<Packing> values = new ArrayList<>();
    for (long number : new long[] {0, 200, 40_000, 3_000_000_000L, 1L << 40, -1, -100, -30_000}) {
      values.add(packer -> packer.packLong(number));
    }
    values.add(packer -> packer.packLong(-3_000_000_000L));
    values.add(packer -> packer.packInt(Integer.MIN_VALUE));
    values.add(packer -> packer.packBigInteger(BigInteger.ONE.shiftLeft(63)));
    values.add(MessagePacker::packNil);
    values.add(packer -> packer.packBoolean(true));
    values.add(packer -> packer.packBoolean(false));
    values.add(packer -> packer.packFloat(1.5f));
    values.add(packer -> packer.packDouble(1.5));
    for (int size : new int[] {0, 1, 2, 4, 8, 16, 31, 32, 255, 256, 65_535, 65_536}) {
      values.add(packer -> packer.packString("x".repeat(size)));
      values.add(packer -> packer.packBinaryHeader(size).writePayload(new byte[size]));
      values.add(
          packer -> packer.packExtensionTypeHeader((byte) 7, size).writePayload(new byte[size]));
      values.add(
          packer -> {
            packer.packArrayHeader(size);
            for (int i = 0; i < size; i++) {
              packer.packString("in a list");
            }
          });
      values.add(
          packer -> {
            packer.packMapHeader(size);
            for (int i = 0; i < size; i++) {
              packer.packInt(i).packArrayHeader(1).packMapHeader(1).packNil().packNil();
            }
          });
    }
    values.add(packer -> packer.packTimestamp(Instant.ofEpochSecond(1)));
    values.add(packer -> packer.packTimestamp(Instant.ofEpochSecond(1, 1)));
    values.add(packer -> packer.packTimestamp(Instant.ofEpochSecond(1L << 40, 1)));
    for (Packing value : values) {
      MessageBufferPacker packer = MessagePack.newDefaultBufferPacker();
      packer.packMapHeader(2).packString("unknown");
      value.into(packer);
      packer.packString("known").packInt(42);
      Payload answer = new Payload(packer.toByteArray(), "test");

      assertThat(WireInput.read(answer, "a test", new NameInterner(), MessagePackInputTest::known))
          .isEqualTo(42);
    }
  }

  @Test
  void aKeyThatIsNoTextNamesNothing() throws IOException {
    MessageBufferPacker packer = MessagePack.newDefaultBufferPacker();
    packer.packMapHeader(4).packInt(1).packInt(1).packNil().packArrayHeader(1).packInt(2);
    packer.packArrayHeader(1).packString("known").packInt(3).packString("known").packInt(42);
    Payload answer = new Payload(packer.toByteArray(), "test");

    assertThat(WireInput.read(answer, "a test", new NameInterner(), MessagePackInputTest::known))
        .isEqualTo(42);
  }

  private static long known(WireInput in) throws IOException {
    Long known = null;
    in.beginRequiredObject();
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      if (field.equals("known")) {
        known = in.whole();
      } else {
        in.skip();
      }
    }
    return in.required(known, "known");
  }

  private static long sumOfList(WireInput in) throws IOException {
    long sum = 0;
    assertThat(in.beginList()).isTrue();
    while (in.nextElement()) {
      sum += in.required(in.whole(), "");
    }
    return sum;
  }

  private static long sumOfObject(WireInput in) throws IOException {
    long sum = 0;
    in.beginRequiredObject();
    for (String field = in.nextField(); field != null; field = in.nextField()) {
      sum += in.required(in.whole(), field);
    }
    return sum;
  }

  /** What is read of a value that is the only one in a list. */
  private static <T> @Nullable T valueOf(Packing value, Taking<T> taking) {
    MessageBufferPacker packer = MessagePack.newDefaultBufferPacker();
    try {
      packer.packArrayHeader(1);
      value.into(packer);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return WireInput.read(
            new Payload(packer.toByteArray(), "test"),
            "a test",
            new NameInterner(),
            in -> {
              assertThat(in.beginList()).isTrue();
              assertThat(in.nextElement()).isTrue();
              Optional<T> taken = Optional.ofNullable(taking.from(in));
              assertThat(in.nextElement()).isFalse();
              return taken;
            })
        .orElse(null);
  }

  private interface Taking<T> {
    @Nullable T from(WireInput in) throws IOException;
  }

  private interface Packing {
    void into(MessagePacker packer) throws IOException;
  }
}
