package org.refugio.testkit.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** The {@code web} and {@code messaging} packages of a feature are its edges: other features use its root. */
final class UsedByOwnFeatureOnly extends ArchCondition<JavaClass> {

    private final String root;

    UsedByOwnFeatureOnly(String root) {
        super("be used by their own feature only");
        this.root = root;
    }

    @Override
    public void check(JavaClass found, ConditionEvents events) {
        for (Dependency each : found.getDirectDependenciesToSelf()) {
            boolean own = feature(each.getOriginClass()).equals(feature(found));
            events.add(new SimpleConditionEvent(each, own, each.getDescription()));
        }
    }

    /** The service and its feature. */
    private String feature(JavaClass of) {
        String inside = of.getPackageName().startsWith(root + ".")
                ? of.getPackageName().substring(root.length() + 1)
                : of.getPackageName();
        String[] parts = inside.split("\\.");
        return parts.length < 2 ? inside : parts[0] + "." + parts[1];
    }
}
