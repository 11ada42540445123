package org.refugio.notification.carriers.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GsmTextTest {

    @Test
    void spanishAndCreoleLettersOfTheDefaultAlphabetUseIt() {
        String text = "¿Cita mañana? ¡Sí! é ü è ò à".replace("í", "i");
        GsmText encoded = GsmText.encode(text);
        assertThat(encoded.coding()).isEqualTo(GsmText.DEFAULT_ALPHABET);
        assertThat(encoded.parts()).hasSize(1);
        assertThat(GsmText.decode(encoded.parts().getFirst())).isEqualTo(text);
    }

    @Test
    void oneUnsupportedAccentSwitchesTheWholeTextToUcs2() {
        GsmText encoded = GsmText.encode("Su código");
        assertThat(encoded.coding()).isEqualTo(GsmText.UCS2);
        assertThat(new String(encoded.parts().getFirst(), StandardCharsets.UTF_16BE)).isEqualTo("Su código");
        assertThat(GsmText.encode("ó".repeat(70)).parts()).hasSize(1);
        assertThat(GsmText.encode("ó".repeat(71)).parts()).hasSize(2);
    }

    @Test
    void aLongTextIsSplitWithoutSeparatingAnEscapeFromItsCharacter() {
        assertThat(GsmText.encode("a".repeat(160)).parts()).hasSize(1);
        assertThat(GsmText.encode("a".repeat(161)).parts()).extracting(part -> part.length).containsExactly(153, 8);
        GsmText split = GsmText.encode("a".repeat(152) + "€" + "b".repeat(20));
        assertThat(split.parts().getFirst()).hasSize(152);
        assertThat(GsmText.decode(split.parts().get(1))).startsWith("€");
    }

    @Test
    void anExtendedCharacterCountsTwice() {
        assertThat(GsmText.septetCount("[x]")).isEqualTo(5);
    }

    @Test
    void conversionToTheDefaultAlphabetRemovesOnlyUnsupportedCharacters() {
        assertThat(GsmText.toDefaultAlphabet("Atención mañana: número 3 è ò 😀"))
                .isEqualTo("Atencion mañana: numero 3 è ò ");
    }
}
