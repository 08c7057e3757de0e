package dev.perftriage.source.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

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
