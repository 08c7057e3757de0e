package dev.perftriage.build;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.JSRInlinerAdapter;

/**
 * Rewrites the class files of libraries that are older than Java 6 as those of Java 8. Without the
 * stack maps that came with Java 6, Java verifies a class slowly, and from JDK 19 on keeps it out
 * of the archive that makes the program start fast.
 */
final class OldClasses {

  /** Where the format's major version is in a class file: the low byte is enough until 255. */
  private static final int MAJOR_VERSION = 7;

  private OldClasses() {}

  /**
   * The class file as one of Java 8; the same array if it is no older than Java 6.
   *
   * @param loader finds the classes that it names
   */
  static byte[] rewrite(byte[] classFile, ClassLoader loader) {
    if (classFile[MAJOR_VERSION] >= Opcodes.V1_6) {
      return classFile;
    }
    ClassWriter writer = new LoadingWriter(loader);
    new ClassReader(classFile).accept(new Modernizer(writer), ClassReader.SKIP_FRAMES);
    return writer.toByteArray();
  }

  /** Loads classes to find the one that two have in common, which a stack map names. */
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

    /** Subroutines, which went when stack maps came, are written out where they are called. */
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
