package org.refugio.access.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.refugio.access.NotVisible;
import org.refugio.access.refusals.ChangedSince;
import org.refugio.access.refusals.TooEarly;
import org.refugio.messaging.command.EntityTag;
import org.refugio.messaging.command.Refusal;

class ReachableCodeTest {

    interface Rules {

        Refusal first();
    }

    static final class Early implements Rules {

        @Override
        public Refusal first() {
            return new TooEarly(LocalDate.EPOCH);
        }
    }

    static final class Routes {

        Refusal throughAnInterface(Rules rules) {
            return rules.first();
        }

        Refusal inALambda(Optional<Refusal> known) {
            Supplier<Refusal> changed = () -> new ChangedSince(EntityTag.of("contact", 1));
            return known.orElseGet(changed);
        }

        String asAnExceptionOfAConstructorReference(Optional<String> found) {
            return found.orElseThrow(NotVisible::new);
        }

        String ofNone() {
            return "none";
        }
    }

    private final ReachableCode code = new ReachableCode(
            type -> type == Rules.class ? List.of(Early.class) : List.of());

    @Test
    void findsWhatTheMethodAndWhatItCallsCreates() throws NoSuchMethodException {
        assertThat(created("throughAnInterface", Rules.class)).contains(TooEarly.class)
                .doesNotContain(ChangedSince.class);
        assertThat(created("inALambda", Optional.class)).contains(ChangedSince.class)
                .doesNotContain(TooEarly.class);
        assertThat(created("asAnExceptionOfAConstructorReference", Optional.class)).contains(NotVisible.class);
        assertThat(created("ofNone")).isEmpty();
    }

    private Iterable<Class<?>> created(String method, Class<?>... parameters) throws NoSuchMethodException {
        return code.createdBy(Routes.class.getDeclaredMethod(method, parameters));
    }
}
