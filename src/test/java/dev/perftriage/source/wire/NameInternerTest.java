package dev.perftriage.source.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;

class NameInternerTest {

  private static final int MANY = 5_000;

  @Test
  void aNameIsOneStringHoweverItIsAskedFor() {
    NameInterner names = new NameInterner();
    byte[] bytes = "<incr-full><é>".getBytes(StandardCharsets.UTF_8);

    String name = names.shared(bytes, 1, 9);

    assertThat(name).isEqualTo("incr-full");
    assertThat(names.shared(bytes.clone(), 1, 9)).isSameAs(name);
    assertThat(names.shared(new String("incr-full".toCharArray()))).isSameAs(name);
    assertThat(names.shared(bytes, 12, 2)).isEqualTo("é").isSameAs(names.shared("é"));
    assertThat(names.shared(bytes, 3, 0)).isEmpty();
  }

  @Test
  void aNameIsNoOtherThatItBegins() {
    NameInterner names = new NameInterner();

    assertThat(names.shared("incr-full")).isEqualTo("incr-full");
    assertThat(names.shared("incr-")).isEqualTo("incr-");
    assertThat(names.shared("incr-full ")).isEqualTo("incr-full ");
  }

  @Test
  void namesInAnyOrderAreTheSharedOnes() {
    NameInterner names = new NameInterner();
    for (List<String> order :
        List.of(
            List.of("profile", "check", "scenario", "full"),
            List.of("profile", "opt", "profile", "check", "opt"))) {
      NameInterner.NameSequence sequence = names.sequence();
      for (String name : order) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        assertThat(sequence.next(bytes, 0, bytes.length))
            .isEqualTo(name)
            .isSameAs(names.shared(name));
      }
    }
  }

  @Test
  void theExpectedNameIsFoundOnlyWhereItStandsWhole() {
    NameInterner names = new NameInterner();
    String longest = "l".repeat(31);
    byte[] payload = payload("profile", longest);
    NameInterner.NameSequence first = names.sequence();
    first.next(payload, 1, 7);
    first.next(payload, 9, 31);

    assertThat(afterProfile(names).expected(payload, 8)).isSameAs(names.shared(longest));
    assertThat(afterProfile(names).expected(Arrays.copyOf(payload, payload.length - 1), 8))
        .isNull();
    assertThat(afterProfile(names).expected(payload, 9)).isNull();
    assertThat(afterProfile(names).expected(payload, payload.length)).isNull();
    assertThat(afterProfile(names).expected(payload("profile", "l".repeat(30)), 8)).isNull();
    assertThat(names.sequence().expected(payload, 0)).isNull();
  }

  @Test
  void aNameWithALongerHeaderIsNeverExpected() {
    NameInterner names = new NameInterner();
    byte[] payload = payload("profile", "l".repeat(32));
    NameInterner.NameSequence first = names.sequence();
    first.next(payload, 1, 7);
    first.next(payload, 10, 32);

    assertThat(afterProfile(names).expected(payload, 8)).isNull();
  }

  private static NameInterner.NameSequence afterProfile(NameInterner names) {
    NameInterner.NameSequence sequence = names.sequence();
    sequence.next(payload("profile"), 1, 7);
    return sequence;
  }

  private static byte[] payload(String... texts) {
    try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
      for (String text : texts) {
        packer.packString(text);
      }
      return packer.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void severalThreadsGetTheSameStrings() throws ExecutionException, InterruptedException {
    NameInterner names = new NameInterner();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<List<String>>> asked = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        asked.add(threads.submit(() -> manyNames(names)));
      }
      List<String> first = asked.get(0).get();
      for (Future<List<String>> other : asked) {
        List<String> strings = other.get();
        for (int i = 0; i < MANY; i++) {
          assertThat(strings.get(i)).isEqualTo("name-" + i).isSameAs(first.get(i));
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<String> manyNames(NameInterner names) {
    List<String> strings = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      strings.add(names.shared("name-" + i));
    }
    return strings;
  }
}
