package org.refugio.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A constructor with more parameters is a class with more than one task. */
final class HaveAtMostParameters extends ArchCondition<JavaConstructor> {

    private final int most;

    HaveAtMostParameters(int most) {
        super("have at most " + most + " parameters");
        this.most = most;
    }

    @Override
    public void check(JavaConstructor found, ConditionEvents events) {
        int parameters = found.getRawParameterTypes().size();
        events.add(new SimpleConditionEvent(found, parameters <= most,
                found.getFullName() + " has " + parameters + " parameters"));
    }
}
