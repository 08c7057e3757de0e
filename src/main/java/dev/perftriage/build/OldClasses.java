package dev.perftriage.build;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
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
public final class OldClasses {

  /** Where the format's major version is in a class file: the low byte is enough until 255. */
  private static final int MAJOR_VERSION = 7;

  private OldClasses() {}

  /**
   * Rewrites them in a jar, in place.
   *
   * @param arguments the jar
   * @throws IOException where the jar could not be read or written, which leaves it as it was
   */
  public static void main(String[] arguments) throws IOException {
    Path path = Path.of(arguments[0]);
    try (URLClassLoader loader = new URLClassLoader(new URL[] {path.toUri().toURL()});
        FileSystem jar = FileSystems.newFileSystem(path);
        Stream<Path> files = Files.walk(jar.getPath("/"))) {
      List<Path> classes = files.filter(file -> file.toString().endsWith(".class")).toList();
      for (Path file : classes) {
        byte[] old = Files.readAllBytes(file);
        if (old[MAJOR_VERSION] < Opcodes.V1_6) {
          FileTime time = Files.getLastModifiedTime(file);
          Files.write(file, rewritten(old, loader));
          Files.setLastModifiedTime(file, time);
        }
      }
    }
  }

  private static byte[] rewritten(byte[] old, ClassLoader loader) {
    ClassWriter writer = new LoadingWriter(loader);
    new ClassReader(old).accept(new Modernizer(writer), ClassReader.SKIP_FRAMES);
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
