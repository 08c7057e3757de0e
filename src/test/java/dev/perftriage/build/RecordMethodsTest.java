package dev.perftriage.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Records whose methods are written out are equal where they were, with the same hash code. */
class RecordMethodsTest {

  private static final int[] ARRAY = {1};

  /** Rows of component values: each differs from the first in at most one. */
  private static final List<Object[]> ROWS =
      List.of(
          row(0, true),
          row(0, true),
          row(0, false),
          row(1, (byte) -1),
          row(2, 'b'),
          row(3, (short) 300),
          row(4, Integer.MIN_VALUE),
          row(5, 1L << 40),
          row(6, Float.NaN),
          row(6, -0.0f),
          row(7, Double.NaN),
          row(7, -0.0),
          row(7, 0.1),
          row(8, "text"),
          row(8, null),
          row(9, new int[] {1}),
          row(9, null),
          row(10, List.of("a", "b")));

  @Test
  void equalsAndHashCodeStayTheSame() throws Exception {
    List<Object> before = instances(Every.class);
    List<Object> after = instances(rewritten(Every.class));
    for (int i = 0; i < ROWS.size(); i++) {
      assertThat(after.get(i)).hasSameHashCodeAs(before.get(i)).isNotEqualTo(before.get(i));
      for (int j = 0; j < ROWS.size(); j++) {
        assertThat(after.get(i).equals(after.get(j)))
            .as("rows %s and %s", i, j)
            .isEqualTo(before.get(i).equals(before.get(j)));
      }
    }
  }

  @Test
  void anEmptyRecordIsEqualToAnother() throws Exception {
    Constructor<?> constructor = rewritten(Empty.class).getDeclaredConstructor();
    constructor.setAccessible(true);
    assertThat(constructor.newInstance())
        .isEqualTo(constructor.newInstance())
        .hasSameHashCodeAs(new Empty());
  }

  @Test
  void onlyToStringIsLeftToObjectMethods() throws IOException {
    assertThat(linkedAtRunTime(ClassFiles.of(Every.class)))
        .containsExactlyInAnyOrder("equals", "hashCode", "toString");
    assertThat(linkedAtRunTime(RecordMethods.rewrite(ClassFiles.of(Every.class))))
        .containsExactly("toString");
  }

  @Test
  void otherClassesStayAsTheyAre() throws IOException {
    byte[] other = ClassFiles.of(RecordMethodsTest.class);
    assertThat(RecordMethods.rewrite(other)).isSameAs(other);
  }

  private static Object[] row(int index, @Nullable Object value) {
    Object[] row = {
      true, (byte) 1, 'a', (short) 2, 3, 4L, 0.0f, 0.0, "some text", ARRAY, List.of("a")
    };
    row[index] = value;
    return row;
  }

  private static List<Object> instances(Class<?> type) throws ReflectiveOperationException {
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    List<Object> instances = new ArrayList<>();
    for (Object[] row : ROWS) {
      instances.add(constructor.newInstance(row));
    }
    return instances;
  }

  private static Class<?> rewritten(Class<?> type) throws IOException {
    byte[] classFile = RecordMethods.rewrite(ClassFiles.of(type));
    return new ClassLoader(type.getClassLoader()) {
      Class<?> define() {
        return defineClass(type.getName(), classFile, 0, classFile.length);
      }
    }.define();
  }

  /** The names of the methods that a class file leaves to {@code ObjectMethods}. */
  private static List<String> linkedAtRunTime(byte[] classFile) {
    return ClassFiles.dynamicCalls(classFile).stream().map(ClassFiles.DynamicCall::name).toList();
  }

  @SuppressWarnings("ArrayRecordComponent") // arrays are compared by identity, before and after
  private record Every(
      boolean flag,
      byte small,
      char letter,
      short number,
      int integer,
      long large,
      float single,
      double precise,
      @Nullable String text,
      int @Nullable [] array,
      List<String> list) {}

  private record Empty() {}
}
