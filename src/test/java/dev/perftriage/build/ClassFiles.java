package dev.perftriage.build;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;

/** Class files as the compiler wrote them. */
final class ClassFiles {

  private ClassFiles() {}

  /** The internal name, such as {@code java/lang/String}. */
  static String name(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  static byte[] of(Class<?> type) throws IOException {
    try (InputStream stream = type.getResourceAsStream("/" + name(type) + ".class")) {
      return stream.readAllBytes();
    }
  }

  /** The calls that a class file leaves to be linked when they are first reached. */
  static List<DynamicCall> dynamicCalls(byte[] classFile) {
    List<DynamicCall> calls = new ArrayList<>();
    new ClassReader(classFile)
        .accept(
            new DynamicCalls(null) {
              @Override
              boolean replace(
                  MethodVisitor code,
                  String name,
                  String descriptor,
                  Handle bootstrap,
                  Object[] arguments) {
                calls.add(new DynamicCall(name, bootstrap.getName()));
                return false;
              }
            },
            0);
    return calls;
  }

  /**
   * A call.
   *
   * @param name of the method that is called
   * @param bootstrap the name of the method that links the call
   */
  record DynamicCall(String name, String bootstrap) {}
}
