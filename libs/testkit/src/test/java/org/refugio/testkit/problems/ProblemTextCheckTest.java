package org.refugio.testkit.problems;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTextCheckTest {

    sealed interface Fixture {

        NeededText text(String bundle);
    }

    enum Colour {
        RED,
        BLUE
    }

    record WithText(LocalDate day, Colour colour) implements Fixture {

        @Override
        public NeededText text(String bundle) {
            return new NeededText(bundle, "with-text", 2, List.of("term.colour." + colour.name().toLowerCase(
                    java.util.Locale.ROOT)));
        }
    }

    record WithoutText() implements Fixture {

        @Override
        public NeededText text(String bundle) {
            return new NeededText(bundle, "without-text", 0, List.of());
        }
    }

    record WithAnObject(Object any) implements Fixture {

        @Override
        public NeededText text(String bundle) {
            return new NeededText(bundle, "with-text", 2, List.of());
        }
    }

    private static ProblemTextCheck<Fixture> check(String bundle) {
        return new ProblemTextCheck<>(Fixture.class, each -> each.text("org.refugio.testkit.problems." + bundle));
    }

    @Test
    void acceptsARefusalWithItsTextsInBothLanguages() {
        assertThatCode(() -> check("good").run(List.of(WithText.class))).doesNotThrowAnyException();
    }

    @Test
    void findsARefusalWithoutText() {
        assertThatThrownBy(() -> check("good").run(List.of(WithText.class, WithoutText.class)))
                .isInstanceOf(AssertionError.class).hasMessageContaining("good.properties: without-text.title has no")
                .hasMessageContaining("good_en.properties: without-text.detail has no text");
    }

    @Test
    void findsEverythingThatIsWrongInAFile() {
        assertThatThrownBy(() -> check("bad").run(List.of(WithText.class)))
                .hasMessageContaining("bad.properties: term.colour.blue has no text")
                .hasMessageContaining("bad.properties: nothing uses forgotten.title")
                .hasMessageContaining("bad_en.properties: with-text.detail has '")
                .hasMessageContaining("bad_en.properties: the placeholders of with-text are [0, 2]")
                .hasMessageContaining("with-text.title is the same in two languages");
    }

    @Test
    void failsWithoutARefusalOrWithoutAnExample() {
        assertThatThrownBy(() -> check("good").run(List.of())).hasMessage("there is no Fixture to check");
        assertThatThrownBy(() -> check("good").run("org.refugio.testkit.openapi")).hasMessageContaining("no Fixture");
        assertThatThrownBy(() -> check("good").run(List.of(WithText.class, WithAnObject.class)))
                .hasMessageContaining("WithAnObject has no example");
    }
}
