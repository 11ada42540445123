package org.refugio.scheduling.offices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficeDirectoryTest {

    @Test
    void theTrialsOfficesHaveResourcesForCreole() {
        OfficeDirectory trial = DirectoryReader.read("classpath:directory-trial.json");
        assertThat(trial.offices()).extracting(OfficeDirectory.Entry::id).containsExactly("tapachula", "tijuana");
        assertThat(trial.offices()).allSatisfy(office -> assertThat(office.resources())
                .anySatisfy(each -> assertThat(each.languages()).contains("ht")));
    }

    @Test
    void hoursAreReadFromTheFileAndDefaultToTheUsualOnes(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("directory.json"), """
            {"offices":[{"id":"a","zone":"America/Tijuana","place":"x","resources":[],
              "hours":{"days":{"SATURDAY":{"from":"09:00","until":"13:30"}}}},
             {"id":"b","zone":"America/Tijuana","place":"y","resources":[]}]}""");
        Offices offices = new Offices(DirectoryReader.read(file.toString()));
        assertThat(offices.find("a").hours().days()).containsOnlyKeys(DayOfWeek.SATURDAY);
        assertThat(offices.find("a").hours().days().get(DayOfWeek.SATURDAY).until()).isEqualTo(LocalTime.of(13, 30));
        assertThat(offices.find("b").hours()).isEqualTo(OpeningHours.usual());
        assertThat(offices.find("elsewhere").hours()).isEqualTo(OpeningHours.usual());
    }

    @Test
    void anErrorNamesTheUnreadableFileWithoutItsContent(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("directory.json"), "{\"offices\":[{\"boss\":\"Somebody\"}]}");
        assertThatThrownBy(() -> DirectoryReader.read(file.toString())).hasMessageContaining(file.toString())
                .hasMessageNotContaining("Somebody").hasNoCause();
    }
}
