package org.refugio.access.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.asm.ClassReader;
import org.springframework.asm.Type;
import org.springframework.util.ClassUtils;

/**
 * Determines which of our types the code that a method can call creates. A route's refusals are found in this way: a list
 * beside the route could be forgotten.
 */
final class ReachableCode {

    private static final String OURS = "org/refugio/";

    private final Function<Class<?>, List<Class<?>>> implementations;
    private final Map<String, Map<String, MethodCode>> methods = new HashMap<>();

    /** @param implementations the classes whose code is called through an interface or an abstract class */
    ReachableCode(Function<Class<?>, List<Class<?>>> implementations) {
        this.implementations = implementations;
    }

    /** The types that the method, and what it calls in our code, creates. */
    synchronized Set<Class<?>> createdBy(Method method) {
        Set<Class<?>> created = new HashSet<>();
        Set<MethodCode.Call> seen = new HashSet<>();
        Deque<MethodCode.Call> calls = new ArrayDeque<>(List.of(new MethodCode.Call(
                Type.getInternalName(method.getDeclaringClass()), method.getName(),
                Type.getMethodDescriptor(method))));
        while (!calls.isEmpty()) {
            MethodCode.Call call = calls.pop();
            if (call.owner().startsWith(OURS) && seen.add(call)) {
                MethodCode code = codeOf(call.owner()).get(call.name() + call.descriptor());
                if (code != null) {
                    code.created().stream().filter(each -> each.startsWith(OURS)).map(this::load)
                            .forEach(created::add);
                    calls.addAll(code.calls());
                }
                others(load(call.owner()), code == null).map(each -> new MethodCode.Call(Type.getInternalName(each),
                        call.name(), call.descriptor())).forEach(calls::add);
            }
        }
        return created;
    }

    private Stream<Class<?>> others(Class<?> type, boolean inherited) {
        Stream<Class<?>> above = inherited
                ? Stream.concat(Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()))
                : Stream.empty();
        return Modifier.isAbstract(type.getModifiers())
                ? Stream.concat(above, implementations.apply(type).stream().filter(each -> each != type))
                : above;
    }

    private Map<String, MethodCode> codeOf(String type) {
        return methods.computeIfAbsent(type, name -> {
            try (InputStream bytes = ReachableCode.class.getClassLoader().getResourceAsStream(name + ".class")) {
                return MethodCode.read(new ClassReader(bytes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Class<?> load(String internalName) {
        return ClassUtils.resolveClassName(internalName.replace('/', '.'), ReachableCode.class.getClassLoader());
    }
}
