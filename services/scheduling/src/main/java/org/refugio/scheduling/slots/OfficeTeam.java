package org.refugio.scheduling.slots;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.refugio.contracts.ResourceKind;
import org.refugio.scheduling.resources.Resource;

/** The resources of an office that can serve a person who speaks this language. */
record OfficeTeam(List<Resource> speakingLawyers, List<Resource> lawyers, List<Resource> interpreters,
        List<Resource> rooms) {

    /** A lawyer, an interpreter where one is needed, and a room, with the reasons for the choice. */
    record Party(String lawyerId, String interpreterId, String roomId, List<String> reasons) {}

    static OfficeTeam of(List<Resource> office, String language) {
        List<Resource> lawyers = ofKind(office, ResourceKind.LAWYER);
        return new OfficeTeam(lawyers.stream().filter(each -> each.speaks(language)).toList(), lawyers,
                ofKind(office, ResourceKind.INTERPRETER).stream().filter(each -> each.speaks(language)).toList(),
                ofKind(office, ResourceKind.ROOM));
    }

    /**
     * A lawyer who speaks the language is preferred to one with an interpreter, which keeps the interpreter available.
     */
    Optional<Party> freeAt(OfficeDay day, List<Instant> quarters) {
        Optional<Resource> room = day.leastBusy(rooms, quarters);
        if (room.isEmpty()) {
            return Optional.empty();
        }
        Optional<Resource> speaking = day.leastBusy(speakingLawyers, quarters);
        if (speaking.isPresent()) {
            return Optional.of(new Party(speaking.get().resourceId(), null, room.get().resourceId(),
                    reasons("lawyer-speaks-language")));
        }
        return day.leastBusy(lawyers, quarters).flatMap(lawyer -> day.leastBusy(interpreters, quarters)
                .map(interpreter -> new Party(lawyer.resourceId(), interpreter.resourceId(),
                        room.get().resourceId(), reasons("interpreter-speaks-language"))));
    }

    private static List<String> reasons(String first) {
        return new ArrayList<>(List.of(first));
    }

    private static List<Resource> ofKind(List<Resource> office, ResourceKind kind) {
        return office.stream().filter(each -> each.kind() == kind).toList();
    }
}
