package org.refugio.scheduling.resources;

import java.util.Locale;
import org.refugio.contracts.ResourceKind;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.ProblemText;
import org.refugio.scheduling.offices.OfficeDirectory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Registers the directory's resources that are missing, at every start. */
@Component
class DirectorySeeder implements ApplicationRunner {

    private final OfficeDirectory directory;
    private final RegisterResource register;

    DirectorySeeder(OfficeDirectory directory, RegisterResource register) {
        this.directory = directory;
        this.register = register;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        directory.offices().forEach(office -> office.resources().forEach(each -> seed(office.id(), each)));
    }

    private void seed(String office, OfficeDirectory.Listed listed) {
        boolean room = listed.kind() == ResourceKind.ROOM;
        CommandOutcome outcome = register.registerListed(new RegisterResource.Command(office, listed.kind(),
                room ? null : listed.name(), room ? listed.name() : null, listed.languages(), listed.account()),
                listed.key());
        if (outcome instanceof CommandOutcome.Refused refused) {
            throw new IllegalStateException("The directory's entry %s of %s is not usable: %s".formatted(listed.key(),
                    office, ProblemText.of(refused.refusal(), Locale.ENGLISH).detail()));
        }
    }
}
