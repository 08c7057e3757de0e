package dev.perftriage.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;

/**
 * Makes a class of each lambda and method reference. The compiler leaves that to {@code
 * LambdaMetafactory}, which does it when the place is first reached: a command reaches some 200 of
 * them, and spends a fifth of its time on it.
 *
 * <p>A class made here belongs to the nest of the class that its lambda is in, so that it can call
 * its private methods.
 */
final class LambdaClasses extends DynamicCalls {

  private static final String BOOTSTRAP = "java/lang/invoke/LambdaMetafactory";
  private static final String FACTORY = "create";
  private static final Method CONSTRUCTOR = new Method("<init>", "()V");

  private final String owner;
  private final int version;
  private final Map<String, byte[]> made = new LinkedHashMap<>();
  private String nestHost;

  private LambdaClasses(ClassReader reader, ClassVisitor next) {
    super(next);
    owner = reader.getClassName();
    nestHost = owner;
    version = reader.readUnsignedShort(6);
  }

  /**
   * The class files, of one program with the whole of each nest, with the classes of their lambdas.
   *
   * @param classFiles by internal names, such as {@code java/lang/String}
   */
  static Map<String, byte[]> rewrite(Map<String, byte[]> classFiles) {
    Map<String, byte[]> rewritten = new LinkedHashMap<>();
    Map<String, List<String>> members = new LinkedHashMap<>();
    classFiles.forEach(
        (name, classFile) -> {
          ClassReader reader = new ClassReader(classFile);
          ClassWriter writer = new ClassWriter(0);
          LambdaClasses lambdas = new LambdaClasses(reader, writer);
          reader.accept(lambdas, 0);
          rewritten.put(name, lambdas.made.isEmpty() ? classFile : writer.toByteArray());
          rewritten.putAll(lambdas.made);
          members
              .computeIfAbsent(lambdas.nestHost, host -> new ArrayList<>())
              .addAll(lambdas.made.keySet());
        });
    members.forEach(
        (host, names) -> rewritten.computeIfPresent(host, (name, file) -> extended(file, names)));
    return rewritten;
  }

  /** The class file of a nest's host, with more members. */
  private static byte[] extended(byte[] classFile, List<String> members) {
    if (members.isEmpty()) {
      return classFile;
    }
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public void visitEnd() {
                members.forEach(this::visitNestMember);
                super.visitEnd();
              }
            },
            0);
    return writer.toByteArray();
  }

  @Override
  public void visitNestHost(String host) {
    nestHost = host;
    super.visitNestHost(host);
  }

  @Override
  boolean replace(
      MethodVisitor code, String name, String descriptor, Handle bootstrap, Object[] arguments) {
    // Those that need more, such as serializable lambdas, have another bootstrap method.
    if (!bootstrap.getOwner().equals(BOOTSTRAP) || !bootstrap.getName().equals("metafactory")) {
      return false;
    }
    String lambda = owner + "$lambda$" + made.size();
    made.put(
        lambda,
        lambdaClass(
            Type.getObjectType(lambda),
            new Method(name, ((Type) arguments[0]).getDescriptor()),
            Type.getMethodType(descriptor),
            (Handle) arguments[1],
            (Type) arguments[2]));
    code.visitMethodInsn(Opcodes.INVOKESTATIC, lambda, FACTORY, descriptor, false);
    return true;
  }

  /**
   * The class of one lambda.
   *
   * @param method the method of the functional interface, whose types are erased
   * @param factory from what the lambda captures to the functional interface
   * @param target what the method calls
   * @param types the method's types in this place
   */
  private byte[] lambdaClass(Type self, Method method, Type factory, Handle target, Type types) {
    ClassWriter lambda = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    lambda.visit(
        version,
        Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
        self.getInternalName(),
        null,
        "java/lang/Object",
        new String[] {factory.getReturnType().getInternalName()});
    lambda.visitNestHost(nestHost);
    Type[] captured = factory.getArgumentTypes();
    for (int i = 0; i < captured.length; i++) {
      int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
      lambda.visitField(access, field(i), captured[i].getDescriptor(), null, null).visitEnd();
    }
    writeConstructor(lambda, self, captured);
    writeFactory(lambda, self, factory);
    writeMethod(lambda, self, method, captured, target, types);
    lambda.visitEnd();
    return lambda.toByteArray();
  }

  private static String field(int captured) {
    return "captured" + captured;
  }

  private static Method constructor(Type[] captured) {
    return new Method("<init>", Type.VOID_TYPE, captured);
  }

  private static void writeConstructor(ClassVisitor lambda, Type self, Type[] captured) {
    GeneratorAdapter code =
        new GeneratorAdapter(Opcodes.ACC_PRIVATE, constructor(captured), null, null, lambda);
    code.loadThis();
    code.invokeConstructor(Type.getType(Object.class), CONSTRUCTOR);
    for (int i = 0; i < captured.length; i++) {
      code.loadThis();
      code.loadArg(i);
      code.putField(self, field(i), captured[i]);
    }
    code.returnValue();
    code.endMethod();
  }

  private static void writeFactory(ClassVisitor lambda, Type self, Type factory) {
    GeneratorAdapter code =
        new GeneratorAdapter(
            Opcodes.ACC_STATIC, new Method(FACTORY, factory.getDescriptor()), null, null, lambda);
    code.newInstance(self);
    code.dup();
    code.loadArgs();
    code.invokeConstructor(self, constructor(factory.getArgumentTypes()));
    code.returnValue();
    code.endMethod();
  }

  private static void writeMethod(
      ClassVisitor lambda, Type self, Method method, Type[] captured, Handle target, Type types) {
    GeneratorAdapter code = new GeneratorAdapter(Opcodes.ACC_PUBLIC, method, null, null, lambda);
    Type owner = Type.getObjectType(target.getOwner());
    boolean isConstructor = target.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    if (isConstructor) {
      code.newInstance(owner);
      code.dup();
    }
    List<Type> parameters = new ArrayList<>(List.of(Type.getArgumentTypes(target.getDesc())));
    if (!isConstructor && target.getTag() != Opcodes.H_INVOKESTATIC) {
      parameters.add(0, owner);
    }
    for (int i = 0; i < captured.length; i++) {
      code.loadThis();
      code.getField(self, field(i), captured[i]);
    }
    Type[] here = types.getArgumentTypes();
    for (int i = 0; i < here.length; i++) {
      code.loadArg(i);
      convert(code, method.getArgumentTypes()[i], here[i]);
      convert(code, here[i], parameters.get(captured.length + i));
    }
    code.visitMethodInsn(
        instruction(target),
        target.getOwner(),
        target.getName(),
        target.getDesc(),
        target.isInterface());
    convert(
        code, isConstructor ? owner : Type.getReturnType(target.getDesc()), method.getReturnType());
    code.returnValue();
    code.endMethod();
  }

  private static int instruction(Handle target) {
    return switch (target.getTag()) {
      case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
      case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
      // A private method, which a member of its nest calls like any other.
      case Opcodes.H_INVOKEVIRTUAL, Opcodes.H_INVOKESPECIAL, Opcodes.H_INVOKEINTERFACE ->
          target.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
      default -> throw new IllegalArgumentException("no method: " + target);
    };
  }

  /** Makes of the value on the stack one of another type, as an assignment does or a cast. */
  private static void convert(GeneratorAdapter code, Type from, Type to) {
    if (from.equals(to)) {
      return;
    }
    if (to.equals(Type.VOID_TYPE)) {
      if (from.getSize() == 2) {
        code.pop2();
      } else {
        code.pop();
      }
    } else if (isPrimitive(from) && isPrimitive(to)) {
      code.cast(from, to);
    } else if (isPrimitive(from)) {
      code.valueOf(from);
    } else if (isPrimitive(to) && from.equals(Type.getType(Character.class))) {
      code.unbox(Type.CHAR_TYPE);
      code.cast(Type.CHAR_TYPE, to);
    } else if (isPrimitive(to)) {
      code.unbox(to);
    } else if (!to.equals(Type.getType(Object.class))) {
      code.checkCast(to);
    }
  }

  private static boolean isPrimitive(Type type) {
    return type.getSort() < Type.ARRAY;
  }
}
