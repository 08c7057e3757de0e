package dev.perftriage.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Generates {@code equals} and {@code hashCode} of records as bytecode. The compiler leaves them to
 * {@code ObjectMethods}, which builds them from method handles on the first call; that takes longer
 * than the rest of a short run.
 */
final class RecordMethods extends DynamicCalls {

  private static final String BOOTSTRAP = "java/lang/runtime/ObjectMethods";
  private static final String PREFIX = "record$";

  private final String owner;
  private final List<Runnable> written = new ArrayList<>();

  private RecordMethods(String owner, ClassVisitor next) {
    super(next);
    this.owner = owner;
  }

  /** Generates the methods of a class file; returns the same array if it is not a record. */
  static byte[] rewrite(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    if (!"java/lang/Record".equals(reader.getSuperName())) {
      return classFile;
    }
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    reader.accept(new RecordMethods(reader.getClassName(), writer), 0);
    return writer.toByteArray();
  }

  @Override
  boolean replace(
      MethodVisitor code, String name, String descriptor, Handle bootstrap, Object[] arguments) {
    if (!bootstrap.getOwner().equals(BOOTSTRAP) || name.equals("toString")) {
      return false;
    }
    // Skips the record's class and the names of its components.
    List<Handle> fields = Arrays.stream(arguments).skip(2).map(getter -> (Handle) getter).toList();
    written.add(() -> write(name, descriptor, fields));
    code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, PREFIX + name, descriptor, false);
    return true;
  }

  @Override
  public void visitEnd() {
    written.forEach(Runnable::run);
    super.visitEnd();
  }

  private void write(String name, String descriptor, List<Handle> fields) {
    int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
    MethodVisitor code = super.visitMethod(access, PREFIX + name, descriptor, null, null);
    code.visitCode();
    if (name.equals("equals")) {
      writeEquals(code, fields);
    } else {
      writeHashCode(code, fields);
    }
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private void writeEquals(MethodVisitor code, List<Handle> fields) {
    Label different = new Label();
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitTypeInsn(Opcodes.INSTANCEOF, owner);
    code.visitJumpInsn(Opcodes.IFEQ, different);
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitTypeInsn(Opcodes.CHECKCAST, owner);
    code.visitVarInsn(Opcodes.ASTORE, 2);
    for (Handle field : fields) {
      get(code, 0, field);
      get(code, 2, field);
      jumpIfDifferent(code, Type.getType(field.getDesc()), different);
    }
    code.visitInsn(Opcodes.ICONST_1);
    code.visitInsn(Opcodes.IRETURN);
    code.visitLabel(different);
    code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    code.visitInsn(Opcodes.ICONST_0);
    code.visitInsn(Opcodes.IRETURN);
  }

  private static void jumpIfDifferent(MethodVisitor code, Type type, Label different) {
    switch (type.getSort()) {
      case Type.OBJECT, Type.ARRAY -> {
        call(code, "java/util/Objects", "equals", "(Ljava/lang/Object;Ljava/lang/Object;)Z");
        code.visitJumpInsn(Opcodes.IFEQ, different);
      }
      case Type.LONG, Type.FLOAT, Type.DOUBLE -> {
        call(code, wrapper(type), "compare", "(" + type + type + ")I");
        code.visitJumpInsn(Opcodes.IFNE, different);
      }
      default -> code.visitJumpInsn(Opcodes.IF_ICMPNE, different);
    }
  }

  private void writeHashCode(MethodVisitor code, List<Handle> fields) {
    code.visitInsn(Opcodes.ICONST_0);
    for (Handle field : fields) {
      code.visitIntInsn(Opcodes.BIPUSH, 31);
      code.visitInsn(Opcodes.IMUL);
      get(code, 0, field);
      Type type = Type.getType(field.getDesc());
      if (type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY) {
        call(code, "java/util/Objects", "hashCode", "(Ljava/lang/Object;)I");
      } else {
        call(code, wrapper(type), "hashCode", "(" + type + ")I");
      }
      code.visitInsn(Opcodes.IADD);
    }
    code.visitInsn(Opcodes.IRETURN);
  }

  private void get(MethodVisitor code, int variable, Handle field) {
    code.visitVarInsn(Opcodes.ALOAD, variable);
    code.visitFieldInsn(Opcodes.GETFIELD, owner, field.getName(), field.getDesc());
  }

  private static void call(MethodVisitor code, String owner, String name, String descriptor) {
    code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
  }

  private static String wrapper(Type primitive) {
    return switch (primitive.getSort()) {
      case Type.BOOLEAN -> "java/lang/Boolean";
      case Type.CHAR -> "java/lang/Character";
      case Type.BYTE -> "java/lang/Byte";
      case Type.SHORT -> "java/lang/Short";
      case Type.INT -> "java/lang/Integer";
      case Type.LONG -> "java/lang/Long";
      case Type.FLOAT -> "java/lang/Float";
      case Type.DOUBLE -> "java/lang/Double";
      default -> throw new IllegalArgumentException("no primitive type: " + primitive);
    };
  }
}
