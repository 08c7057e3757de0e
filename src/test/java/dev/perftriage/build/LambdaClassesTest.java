package dev.perftriage.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/** Lambdas that have classes do what they did. */
class LambdaClassesTest {

  @Test
  void everyKindOfLambdaAnswersAsBefore() throws Exception {
    Class<?> every = new Rewritten(classFiles()).loadClass(Every.class.getName());
    var constructor = every.getDeclaredConstructor(String.class);
    constructor.setAccessible(true);

    assertThat(((Supplier<?>) constructor.newInstance("field")).get())
        .isEqualTo(new Every("field").get());
  }

  @Test
  void onlyWhatNeedsMoreIsLeftToTheMetafactory() throws IOException {
    Map<String, byte[]> before = classFiles();
    Map<String, byte[]> after = LambdaClasses.rewrite(before);
    String every = ClassFiles.name(Every.class);

    assertThat(bootstraps(before, every)).contains("metafactory", "altMetafactory");
    assertThat(bootstraps(after, every)).contains("altMetafactory").doesNotContain("metafactory");
  }

  @Test
  void aClassWithoutLambdasStaysAsItIs() throws IOException {
    String name = ClassFiles.name(Rewritten.class);
    byte[] classFile = ClassFiles.of(Rewritten.class);

    assertThat(LambdaClasses.rewrite(Map.of(name, classFile)).get(name)).isSameAs(classFile);
  }

  /** The nest of this class. */
  private static Map<String, byte[]> classFiles() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (Class<?> member : LambdaClassesTest.class.getNestMembers()) {
      files.put(ClassFiles.name(member), ClassFiles.of(member));
    }
    return files;
  }

  /** The names of the methods that a class file leaves the linking of its code to. */
  private static List<String> bootstraps(Map<String, byte[]> classFiles, String type) {
    return ClassFiles.dynamicCalls(Objects.requireNonNull(classFiles.get(type))).stream()
        .map(ClassFiles.DynamicCall::bootstrap)
        .toList();
  }

  /** Loads the rewritten classes itself, and all others as usual. */
  private static final class Rewritten extends ClassLoader {

    private final Map<String, byte[]> files;

    Rewritten(Map<String, byte[]> files) {
      super(LambdaClassesTest.class.getClassLoader());
      this.files = LambdaClasses.rewrite(files);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      byte[] file = files.get(name.replace('.', '/'));
      if (file == null) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? defineClass(name, file, 0, file.length) : loaded;
    }
  }

  /** An interface with private and static methods that are referred to. */
  private interface Shape {

    private String secret(String text) {
      return "secret " + text;
    }

    default Function<String, String> secret() {
      return this::secret;
    }

    static int twice(int number) {
      return 2 * number;
    }
  }

  /** What each kind of lambda answers. */
  private static final class Every implements Supplier<List<Object>>, Shape {

    private final String field;

    private Every(String field) {
      this.field = field;
    }

    private String hidden(Object other) {
      return field + other;
    }

    @Override
    public List<Object> get() {
      int integer = 3;
      long large = 1L << 40;
      double precise = 0.5;
      List<Object> answers = new ArrayList<>();
      Function<Integer, Object> captures = number -> field + number + integer + large + precise;
      answers.add(captures.apply(1));
      Function<String, String> bound = this::hidden;
      answers.add(bound.apply("bound"));
      Function<String, Integer> unbound = String::length;
      answers.add(unbound.apply("four"));
      BiFunction<Every, Object, String> unboundPrivate = Every::hidden;
      answers.add(unboundPrivate.apply(this, "other"));
      Function<String, Every> constructor = Every::new;
      answers.add(constructor.apply("made").hidden(1));
      IntFunction<int[]> array = int[]::new;
      answers.add(array.apply(2).length);
      answers.add(secret().apply("text"));
      IntUnaryOperator statically = Shape::twice;
      answers.add(statically.applyAsInt(4));
      ToDoubleFunction<String> widens = String::length;
      answers.add(widens.applyAsDouble("five!"));
      ToLongFunction<Integer> unboxesAndWidens = number -> number;
      answers.add(unboxesAndWidens.applyAsLong(6));
      ToIntFunction<Character> widensCharacter = Integer::valueOf;
      answers.add(widensCharacter.applyAsInt('a'));
      LongFunction<Long> boxes = Long::valueOf;
      answers.add(boxes.apply(large));
      DoubleSupplier captured = () -> precise;
      answers.add(captured.getAsDouble());
      Consumer<Object> drops = answers::add;
      drops.accept("dropped result");
      List<? super String> wide = answers;
      Consumer<String> adds = wide::add;
      adds.accept("wildcard");
      Supplier<Supplier<String>> nested = () -> () -> field;
      answers.add(nested.get().get());
      answers.add(((Supplier<String> & Serializable) () -> "serializable").get());
      return answers;
    }
  }
}
