package dev.perftriage.build;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.JSRInlinerAdapter;

/**
 * Converts class files older than Java 6, from libraries, to Java 8. Without the stack maps of Java
 * 6, classes are verified slowly, and JDK 19 and later keep them out of the class data archive.
 */
final class OldClasses {

  /** The offset of the low byte of a class file's major version. */
  private static final int MAJOR_VERSION = 7;

  private OldClasses() {}

  /**
   * Converts a class file; returns the same array if it is for Java 6 or later.
   *
   * @param loader loads the classes that it refers to
   */
  static byte[] rewrite(byte[] classFile, ClassLoader loader) {
    if (classFile[MAJOR_VERSION] >= Opcodes.V1_6) {
      return classFile;
    }
    ClassWriter writer = new LoadingWriter(loader);
    new ClassReader(classFile).accept(new Modernizer(writer), ClassReader.SKIP_FRAMES);
    return writer.toByteArray();
  }

  /** Loads classes to find the common superclass of two, which stack maps name. */
  private static final class LoadingWriter extends ClassWriter {

    private final ClassLoader loader;

    LoadingWriter(ClassLoader loader) {
      super(COMPUTE_FRAMES);
      this.loader = loader;
    }

    @Override
    protected ClassLoader getClassLoader() {
      return loader;
    }
  }

  private static final class Modernizer extends ClassVisitor {

    Modernizer(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String superName,
        String @Nullable [] interfaces) {
      super.visit(Opcodes.V1_8, access, name, signature, superName, interfaces);
    }

    /** Inlines subroutines, which class files with stack maps cannot have. */
    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return new JSRInlinerAdapter(
          super.visitMethod(access, name, descriptor, signature, exceptions),
          access,
          name,
          descriptor,
          signature,
          exceptions);
    }
  }
}
