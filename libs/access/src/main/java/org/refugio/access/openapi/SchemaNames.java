package org.refugio.access.openapi;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names the schemas of nested types after their owner, for instance {@code OpenCaseCommand}. Two types of one name would share
 * one schema, and one of them would be described as the other.
 */
final class SchemaNames extends TypeNameResolver {

    private static final String CONTROLLER = "Controller";

    private final Map<String, Class<?>> types = new ConcurrentHashMap<>();

    /** The types by the names of their schemas. */
    Map<String, Class<?>> types() {
        return Map.copyOf(types);
    }

    /** @throws IllegalStateException when another type has the name already */
    @Override
    protected String getNameOfClass(Class<?> type) {
        String name = name(type);
        if (!type.isEnum() && type.getName().startsWith("org.refugio.")) {
            Class<?> other = types.putIfAbsent(name, type);
            if (other != null && other != type) {
                throw new IllegalStateException(
                        "%s and %s have the same schema name %s; rename one".formatted(other, type, name));
            }
        }
        return name;
    }

    private static String name(Class<?> type) {
        if (type.getEnclosingClass() == null) {
            return type.getSimpleName();
        }
        String owner = name(type.getEnclosingClass());
        return joined(owner.endsWith(CONTROLLER) ? owner.substring(0, owner.length() - CONTROLLER.length()) : owner,
                type.getSimpleName());
    }

    /** Words that end the owner and begin the name are not repeated. */
    private static String joined(String owner, String name) {
        for (int i = 0; i < owner.length(); i++) {
            if (Character.isUpperCase(owner.charAt(i)) && name.startsWith(owner.substring(i))) {
                return owner.substring(0, i) + name;
            }
        }
        return owner + name;
    }
}
