package dev.perftriage.build;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Replaces calls that the compiler leaves to be linked on first use ({@code invokedynamic}). */
abstract class DynamicCalls extends ClassVisitor {

  DynamicCalls(@Nullable ClassVisitor next) {
    super(Opcodes.ASM9, next);
  }

  /**
   * Replaces a call.
   *
   * @param code receives the code to run instead
   * @return false to leave the call as it is
   */
  abstract boolean replace(
      MethodVisitor code, String name, String descriptor, Handle bootstrap, Object[] arguments);

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitInvokeDynamicInsn(
          String name, String descriptor, Handle bootstrap, Object... arguments) {
        if (!replace(this, name, descriptor, bootstrap, arguments)) {
          super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
        }
      }
    };
  }
}
