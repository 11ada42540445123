package org.refugio.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Limits the number of parameters of a constructor: a class that needs more usually has more than one task. */
final class HaveAtMostParameters extends ArchCondition<JavaConstructor> {

    private final int limit;

    HaveAtMostParameters(int limit) {
        super("have at most " + limit + " parameters");
        this.limit = limit;
    }

    @Override
    public void check(JavaConstructor found, ConditionEvents events) {
        int parameters = found.getRawParameterTypes().size();
        events.add(new SimpleConditionEvent(found, parameters <= limit,
                found.getFullName() + " has " + parameters + " parameters"));
    }
}
