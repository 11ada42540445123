package org.refugio.access.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SchemaNamesTest {

    private final SchemaNames names = new SchemaNames();

    record OpenCase() {

        record Command() {}
    }

    record ClockController() {

        record ClockView() {}

        record Move() {}
    }

    /** Shares its schema's name with the nested type above. */
    record SchemaNamesTestOpenCase() {

        record Command() {}
    }

    @Test
    void aNestedTypeIsNamedAfterItsOwner() {
        assertThat(names.getNameOfClass(OpenCase.Command.class)).isEqualTo("SchemaNamesTestOpenCaseCommand");
        assertThat(names.getNameOfClass(ClockController.Move.class)).isEqualTo("SchemaNamesTestClockMove");
        assertThat(names.getNameOfClass(ClockController.ClockView.class)).isEqualTo("SchemaNamesTestClockView");
        assertThat(names.getNameOfClass(String.class)).isEqualTo("String");
        assertThat(names.types()).containsOnlyKeys("SchemaNamesTestOpenCaseCommand", "SchemaNamesTestClockMove",
                "SchemaNamesTestClockView");
    }

    @Test
    void twoTypesOfOneNameAreAFault() {
        names.getNameOfClass(OpenCase.Command.class);
        names.getNameOfClass(OpenCase.Command.class);
        assertThatThrownBy(() -> names.getNameOfClass(SchemaNamesTestOpenCase.Command.class))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("SchemaNamesTestOpenCaseCommand");
    }
}
