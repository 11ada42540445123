package org.refugio.legalclock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.refugio.legalclock.example.MadeUpCalendars;

/** Whole outputs against the files of {@code commands}; written again like the explanations. */
class CommandOutputTest {

    private static final String MADE_UP = MadeUpCalendars.DATA.resolve("made-up").toString();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource({"rules.en.txt, rules", "rules.es.txt, rules --lang es", "rules.json, rules --json",
            "due.json, due --rule amparo --from 2027-09-09 --office TIJUANA --json",
            "extended.json, due --rule decision --from 2027-03-01 --extension 45 --json",
            "suspended.json, due --rule review --from 2031-06-02 --json",
            "calendar.txt, calendar --authority comar --year 2027 --office tapachula",
            "calendar.json, calendar --authority Federal_Courts --year 2027 --json"})
    void aCommandPrintsWhatIsExpected(String file, String command) throws IOException {
        assertThat(run(Stream.concat(Stream.of(command.split(" ")), Stream.of("--calendars", MADE_UP)))).isZero();
        assertThat(err.size()).isZero();
        Path expected = MadeUpCalendars.DATA.resolve("commands").resolve(file);
        if (Boolean.getBoolean("legal-clock.write-explanations")) {
            Files.createDirectories(expected.getParent());
            Files.writeString(expected, text(out));
        }
        assertThat(text(out)).isEqualTo(Files.readString(expected));
    }

    @Test
    void acceptedDataIsCountedAndWhatIsUnverifiedIsNamed() {
        assertThat(run(Stream.of("check", MADE_UP))).isZero();
        assertThat(text(out).lines()).containsExactly("accepted: 13 rules, 6 calendars, 7 municipalities",
                "unverified calendars: COMAR, DATA_CONTROLLER, FEDERAL_COURTS, INM, SRE, TFJA");
        out.reset();
        assertThat(run(Stream.of("check", "--json", MADE_UP))).isZero();
        assertThat(text(out).strip())
                .isEqualTo("{\"rules\":13,\"calendars\":6,\"municipalities\":7,\"unverifiedCalendars\":"
                        + "[\"COMAR\",\"DATA_CONTROLLER\",\"FEDERAL_COURTS\",\"INM\",\"SRE\",\"TFJA\"]}");
    }

    @Test
    void nothingIsUnverifiedWhenEveryFileIsVerified(@TempDir Path directory) throws IOException {
        MadeUpCalendars.copy(MadeUpCalendars.DATA.resolve("made-up"), directory);
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, Files.readString(file).replace("unverified made up for the worked examples",
                        "verified A | the test | 2026-11-26"));
            }
        }
        assertThat(run(Stream.of("check", directory.toString()))).isZero();
        assertThat(text(out)).doesNotContain("unverified");
        out.reset();
        Path law = directory.resolve("holidays/tfja-own.txt");
        Files.writeString(law, Files.readString(law).replace("verified A | the test | 2026-11-26", "unverified no"));
        assertThat(run(Stream.of("check", directory.toString()))).isZero();
        assertThat(text(out)).contains("unverified calendars: TFJA\n");
    }

    @Test
    void anExtensionWithoutALengthIsListed() {
        assertThat(run(Stream.of("rules"))).isZero();
        assertThat(text(out)).contains("20 working days + an extension to be decided;");
        out.reset();
        assertThat(run(Stream.of("rules", "--lang", "es"))).isZero();
        assertThat(text(out)).contains("20 días hábiles + prórroga por decidir;").contains("sin valor: ");
    }

    @Test
    void aPictureIsWrittenToTheFile(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("due.svg");
        assertThat(run(Stream.of("due", "--rule", "review", "--from", "2027-02-03", "--svg", file.toString())))
                .isZero();
        assertThat(file).content().startsWith("<svg ").endsWith("</svg>\n");
        assertThat(text(out)).contains("Last day (nominal)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', value = {"due --rule; --rule needs a value",
            "due --colour red; there is no option --colour here: use --calendars, --extension",
            "due --rule a --rule b; --rule is given twice", "due --rule review --from tomorrow; is not a date",
            "due --rule decision --from 2027-01-01 --extension x; 'x' is not a whole number",
            "due more --rule review --from 2027-01-01; usage: ./refugio clock due",
            "rules more; usage: ./refugio clock rules",
            "rules --lang fr; --lang 'fr' is not supported", "check; usage: ./refugio clock check DIR",
            "check /no/such/place; there is no directory",
            "calendar --authority POLICE --year 2027; no authority 'POLICE'",
            "calendar --authority COMAR --year 1994; from 1995 to 2100",
            "calendar --authority COMAR --year 2101; from 1995 to 2100",
            "calendar more --authority COMAR --year 2027; usage: ./refugio clock calendar",
            "due --rule review --from 2027-02-03 --svg /no/such/place.svg; cannot write", "sue; no command 'sue'"})
    void aWrongCommandLineIsRefused(String command, String reason) {
        assertThat(run(Stream.of(command.split(" ")))).isEqualTo(2);
        assertThat(text(err)).contains(reason).contains("usage: ./refugio clock due");
        assertThat(out.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"calendar --authority COMAR --year 1995", "calendar --authority COMAR --year 2100", "help", "--help",
            "-h"})
    void aCorrectCommandLineIsAccepted(String command) {
        assertThat(run(Stream.of(command.split(" ")))).isZero();
        assertThat(out.size()).isPositive();
    }

    @Test
    void withoutACommandTheUsageIsPrinted() {
        assertThat(run(Stream.of())).isZero();
        assertThat(text(out)).startsWith("usage: ./refugio clock due");
    }

    private int run(Stream<String> args) {
        return ClockCommand.run(List.copyOf(args.toList()), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
