package org.refugio.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.refugio.contracts.Step;

class ProceduresTest {

    private final String shipped = text();

    @Test
    void theShippedProcedureHasSevenStepsAndFiveGroups() {
        Procedure current = Procedures.shipped().current();
        assertThat(current.steps()).extracting(Procedure.StepOf::step).containsExactly(Step.values());
        assertThat(current.checklist()).extracting(line -> line.group()).contains("identity", "application-form",
                "proof",
                "photographs", "additional-evidence");
    }

    @Test
    void documentsAndStepsHaveTheirNamesFromTheFileAndSpanishWhereALanguageIsMissing() {
        Procedures procedures = Procedures.shipped();
        assertThat(procedures.paperName("photographs", "ht")).isEqualTo("Foto");
        assertThat(procedures.paperName("photographs", "zz")).isEqualTo("Fotografías");
        assertThat(procedures.paperName("withdrawn-line", "es")).isEqualTo("withdrawn-line");
        assertThat(procedures.stepTitle(Step.DECISION, "ht")).isEqualTo("Tann desizyon an");
    }

    @Test
    void noPaperMayBlockTheFiling() {
        assertRefused(shipped.replaceFirst("blocksFiling: false", "blocksFiling: true"), "identity-document",
                "must not block");
    }

    @Test
    void aFileWithoutItsPartsIsRefused() {
        assertRefused("version: x\n", "must have");
    }

    @Test
    void aMissingStepIsRefused() {
        assertRefused(shipped.replace("step: DECISION", "step: FOLLOW_UP"), "seven steps");
    }

    @Test
    void aFileThatIsNoProcedureNamesTheLine() {
        assertRefused("version: x\nsteps: 4\n", "bad.yaml line 2");
    }

    private static void assertRefused(String yaml, String... words) {
        assertThatThrownBy(() -> Procedures.read("bad.yaml",
                new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(InvalidProcedureFile.class)
                .hasMessageContainingAll(words);
    }

    private static String text() {
        try (var in = Procedures.class.getResourceAsStream("/procedures/mx-refugee-2026-1.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
