package org.refugio.notification.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GsmTextTest {

    @Test
    void spanishAndCreoleLettersThatTheNetworkHasStayPlain() {
        String text = "¿Cita mañana? ¡Sí! é ü è ò à".replace("í", "i");
        GsmText coded = GsmText.of(text);
        assertThat(coded.coding()).isEqualTo(GsmText.DEFAULT_ALPHABET);
        assertThat(coded.parts()).hasSize(1);
        assertThat(GsmText.decoded(coded.parts().getFirst())).isEqualTo(text);
    }

    @Test
    void oneAccentThatItLacksMakesTheWholeTextWide() {
        GsmText coded = GsmText.of("Su código");
        assertThat(coded.coding()).isEqualTo(GsmText.UCS2);
        assertThat(new String(coded.parts().getFirst(), StandardCharsets.UTF_16BE)).isEqualTo("Su código");
        assertThat(GsmText.of("ó".repeat(70)).parts()).hasSize(1);
        assertThat(GsmText.of("ó".repeat(71)).parts()).hasSize(2);
    }

    @Test
    void aLongTextGoesInPartsAndAnEscapeIsNeverTornFromItsCharacter() {
        assertThat(GsmText.of("a".repeat(160)).parts()).hasSize(1);
        assertThat(GsmText.of("a".repeat(161)).parts()).extracting(part -> part.length).containsExactly(153, 8);
        GsmText torn = GsmText.of("a".repeat(152) + "€" + "b".repeat(20));
        assertThat(torn.parts().getFirst()).hasSize(152);
        assertThat(GsmText.decoded(torn.parts().get(1))).startsWith("€");
    }

    @Test
    void anExtendedCharacterCountsTwice() {
        assertThat(GsmText.length("[x]")).isEqualTo(5);
    }

    @Test
    void aPlainFormLosesOnlyWhatTheNetworkLacks() {
        assertThat(GsmText.plain("Atención mañana: número 3 è ò 😀")).isEqualTo("Atencion mañana: numero 3 è ò ");
    }
}
