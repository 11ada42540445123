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

/** One day of an office: who and what is free when. Built from one read of the day's claims. */
final class OfficeDay {

    private final Set<String> taken;
    private final Map<String, Long> load;

    OfficeDay(Set<String> taken) {
        this.taken = taken;
        this.load = taken.stream().collect(Collectors.groupingBy(ClaimIds::holderOf, Collectors.counting()));
    }

    boolean free(String holder, List<Instant> quarters) {
        return !load.containsKey(holder)
                || quarters.stream().noneMatch(at -> taken.contains(ClaimIds.id(holder, at)));
    }

    /** The free one with the least to do that day. */
    Optional<Resource> idlest(List<Resource> some, List<Instant> quarters) {
        return some.stream().filter(each -> free(each.resourceId(), quarters))
                .min(Comparator.comparing((Resource each) -> load.getOrDefault(each.resourceId(), 0L))
                        .thenComparing(Resource::resourceId));
    }
}
