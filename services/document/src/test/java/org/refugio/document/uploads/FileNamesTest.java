package org.refugio.document.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource({"pasaporte.pdf, application/pdf, pasaporte.pdf", "Pasaporte.PDF, application/pdf, Pasaporte.PDF",
            "x.html, application/pdf, x.html.pdf", "foto.png, image/jpeg, foto.jpg", "foto.jpeg, image/jpeg, foto.jpeg",
            "acta, application/pdf, acta.pdf", "acta.no.5, application/pdf, acta.no.5.pdf",
            ".pdf, application/pdf, .pdf.pdf", "IMG.HEIC, image/heif, IMG.HEIC"})
    void theExtensionIsThatOfTheContent(String given, String type, String stored) {
        assertThat(FileNames.of(given, type)).isEqualTo(stored);
    }

    @Test
    void nothingHidesInAName() {
        assertThat(FileNames.of("acta\u202efdp.exe", "application/pdf")).isEqualTo("actafdp.exe.pdf");
        assertThat(FileNames.of("../a\\b\nc\u0000.pdf", "application/pdf")).isEqualTo(".._a_b_c_.pdf");
        assertThat(FileNames.of("a\ud800.pdf", "application/pdf")).isEqualTo("a_.pdf");
        for (String invisible : new String[]{"", "  ", "\u200b\u2060", "\u202e"}) {
            assertThat(FileNames.of(invisible, "application/pdf")).isEqualTo("documento.pdf");
        }
    }

    @Test
    void aNameThatIsTooLongIsShortenedVisiblyAndKeepsItsExtension() {
        assertThat(FileNames.of("😀".repeat(300) + ".pdf", "application/pdf")).isEqualTo("😀".repeat(199) + "….pdf");
        assertThat(FileNames.of("a".repeat(200) + ".pdf", "application/pdf")).isEqualTo("a".repeat(200) + ".pdf");
    }
}
