package org.refugio.scheduling.slots;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.refugio.scheduling.claims.ClaimIds;
import org.refugio.scheduling.resources.Resource;

/** The availability of an office's resources on one day, from one query of the day's claims. */
final class OfficeDay {

    private final Set<String> taken;
    private final Map<String, Long> load;

    OfficeDay(Set<String> taken) {
        this.taken = taken;
        this.load = taken.stream().collect(Collectors.groupingBy(ClaimIds::holderOf, Collectors.counting()));
    }

    boolean isFree(String holder, List<Instant> quarters) {
        return !load.containsKey(holder)
                || quarters.stream().noneMatch(at -> taken.contains(ClaimIds.id(holder, at)));
    }

    /** The free resource with the fewest claims that day. */
    Optional<Resource> leastBusy(List<Resource> candidates, List<Instant> quarters) {
        return candidates.stream().filter(each -> isFree(each.resourceId(), quarters))
                .min(Comparator.comparing((Resource each) -> load.getOrDefault(each.resourceId(), 0L))
                        .thenComparing(Resource::resourceId));
    }
}
