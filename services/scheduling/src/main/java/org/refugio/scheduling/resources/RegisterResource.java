package org.refugio.scheduling.resources;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.refugio.contracts.ResourceKind;
import org.refugio.contracts.Sealed;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.event.DerivedIds;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.privacy.Privacy;
import org.refugio.privacy.Subject;
import org.springframework.stereotype.Component;

/** Makes a lawyer, an interpreter or a room bookable. */
@Component
public class RegisterResource {

    private final AggregateRepository<Resource> resources;
    private final Privacy privacy;

    RegisterResource(AggregateRepository<Resource> resources, Privacy privacy) {
        this.resources = resources;
        this.privacy = privacy;
    }

    /** What to register; {@code name} for people, {@code roomName} for rooms. */
    public record Command(@NotBlank String office, @NotNull ResourceKind kind, @Size(max = 200) String name,
            @Size(max = 80) String roomName,
            List<@Pattern(regexp = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*") String> languages,
            @Size(max = 100) String account) {

        public Command {
            languages = languages == null
                    ? List.of()
                    : languages.stream().map(each -> each == null ? "" : each.toLowerCase(Locale.ROOT)).distinct()
                            .toList();
        }
    }

    public CommandOutcome handle(Command command, CommandKey key) {
        return resources.create(key, id -> decide(id, command));
    }

    /**
     * Registers an entry of the directory. Its id is derived from the key within the office, so that another start
     * changes nothing.
     */
    CommandOutcome registerListed(Command command, String key) {
        String id = idOf(command.office(), key);
        return resources.find(id).isPresent() // most starts: nothing is sealed and no key is asked for
                ? resources.update(id, now -> withAccount(now, command.account()))
                : resources.createIfAbsent(id, () -> decide(id, command));
    }

    /** The account may be added to the directory after the resource. */
    private static Decision<Resource> withAccount(Resource now, String account) {
        return account == null || account.equals(now.account())
                ? Decision.unchanged()
                : Decision.changed(now.withAccount(account));
    }

    static String idOf(String office, String key) {
        return DerivedIds.derived("listed-resource", office, key);
    }

    private Decision<Resource> decide(String id, Command command) {
        Optional<String> missing = missingMember(command);
        if (missing.isPresent()) {
            return Decision.refused(new ResourceRefusal.ResourceIncomplete(missing.get()));
        }
        boolean room = command.kind() == ResourceKind.ROOM;
        Resource resource = new Resource(id, command.office(), command.kind(), room ? null : sealed(id, command),
                room ? command.roomName().strip() : null, command.languages(), command.account());
        return Decision.changed(resource, resource.registered());
    }

    private Sealed sealed(String id, Command command) {
        Subject subject = Subject.ofStaff(id);
        privacy.register(subject);
        return privacy.seal(subject, command.name().strip());
    }

    static Optional<String> missingMember(Command command) {
        return switch (command.kind()) {
            case ROOM -> blank(command.roomName()) ? Optional.of("roomName") : Optional.empty();
            case LAWYER, INTERPRETER -> blank(command.name())
                    ? Optional.of("name")
                    : command.languages().isEmpty() ? Optional.of("languages") : Optional.empty();
        };
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
