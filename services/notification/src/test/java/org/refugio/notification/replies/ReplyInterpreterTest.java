package org.refugio.notification.replies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyInterpreterTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", " 1. ", "CONFIRMO", "Sí", "si gracias", "1 confirma", "OUI", "Wi", "ok, thank you",
            "Sim", "sí puedo"})
    void repliesThatConfirm(String text) {
        assertThat(ReplyInterpreter.of(text)).isEqualTo(ReplyInterpreter.CONFIRMS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "NO PUEDO", "no", "2 cambia", "Non", "m pa kapab", "I cannot", "não posso"})
    void repliesThatRequestAnotherTime(String text) {
        assertThat(ReplyInterpreter.of(text)).isEqualTo(ReplyInterpreter.WANTS_CHANGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BAJA", "alto", "Cancelar", "STOP", "arrêt", "Pare!"})
    void repliesThatOptOut(String text) {
        assertThat(ReplyInterpreter.of(text)).isEqualTo(ReplyInterpreter.OPT_OUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "1 o 2", "si pero no", "puedo", "quién es", "cancelar mi cita", "no confirmo",
            "1 pero llego tarde", "😀"})
    void repliesThatAreUnclear(String text) {
        assertThat(ReplyInterpreter.of(text)).isEqualTo(ReplyInterpreter.UNCLEAR);
    }
}
