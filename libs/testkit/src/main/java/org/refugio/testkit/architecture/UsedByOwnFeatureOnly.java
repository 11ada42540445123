package org.refugio.testkit.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Other features may use the root package of a feature, but not its {@code web} and {@code messaging} packages. */
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

    /** The service and the feature of a class, for instance {@code intake.cases}. */
    private String feature(JavaClass javaClass) {
        String name = javaClass.getPackageName().startsWith(root + ".")
                ? javaClass.getPackageName().substring(root.length() + 1)
                : javaClass.getPackageName();
        String[] parts = name.split("\\.");
        return parts.length < 2 ? name : parts[0] + "." + parts[1];
    }
}
