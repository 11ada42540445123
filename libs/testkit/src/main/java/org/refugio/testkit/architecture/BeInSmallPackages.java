package org.refugio.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.TreeMap;

/** Limits the number of top-level types of a package; reports one violation for each package above the limit. */
final class BeInSmallPackages extends ArchCondition<JavaClass> {

    private final int limit;
    private final Map<String, Integer> types = new TreeMap<>();

    BeInSmallPackages(int limit) {
        super("be in packages with at most " + limit + " types");
        this.limit = limit;
    }

    @Override
    public void check(JavaClass found, ConditionEvents events) {
        if (!found.getSimpleName().equals("package-info")) {
            types.merge(found.getPackageName(), 1, Integer::sum);
        }
    }

    @Override
    public void finish(ConditionEvents events) {
        types.forEach((name, count) -> events.add(new SimpleConditionEvent(name, count <= limit,
                "package " + name + " has " + count + " types")));
        types.clear();
    }
}
