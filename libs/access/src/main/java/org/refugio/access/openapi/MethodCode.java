package org.refugio.access.openapi;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.SpringAsmInfo;

/**
 * What the code of a method refers to, by internal names.
 *
 * @param created the types that it creates
 * @param calls the methods that it calls, or hands over as a lambda
 */
record MethodCode(Set<String> created, Set<Call> calls) {

    record Call(String owner, String name, String descriptor) {}

    /** The methods of a class by name and descriptor. */
    static Map<String, MethodCode> read(ClassReader type) {
        Map<String, MethodCode> all = new HashMap<>();
        type.accept(new ClassVisitor(SpringAsmInfo.ASM_VERSION) {

            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
                    String[] exceptions) {
                MethodCode code = new MethodCode(new HashSet<>(), new HashSet<>());
                all.put(name + descriptor, code);
                return code.reader();
            }
        }, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return all;
    }

    private MethodVisitor reader() {
        return new MethodVisitor(SpringAsmInfo.ASM_VERSION) {

            @Override
            public void visitTypeInsn(int opcode, String type) {
                if (opcode == Opcodes.NEW) {
                    created.add(type);
                }
            }

            @Override
            public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
                calls.add(new Call(owner, name, descriptor));
            }

            @Override
            public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
                for (Object argument : arguments) {
                    if (argument instanceof Handle handle && handle.getTag() >= Opcodes.H_INVOKEVIRTUAL) {
                        calls.add(new Call(handle.getOwner(), handle.getName(), handle.getDesc()));
                        if (handle.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
                            created.add(handle.getOwner());
                        }
                    }
                }
            }
        };
    }
}
