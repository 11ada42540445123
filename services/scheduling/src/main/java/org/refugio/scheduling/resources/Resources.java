package org.refugio.scheduling.resources;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.StoredAggregate;
import org.springframework.stereotype.Component;

/** Looks resources up. */
@Component
public class Resources {

    private static final int MOST = 1000;

    private final AggregateRepository<Resource> resources;

    Resources(AggregateRepository<Resource> resources) {
        this.resources = resources;
    }

    /** Those of an office. */
    public List<Resource> ofOffice(String office) {
        return resources.where(Filters.eq("state.office", office), Sorts.ascending("_id"), 0, MOST).stream()
                .map(StoredAggregate::state).toList();
    }

    /** These, by id, in one look; nulls and unknown ids are left out. */
    public Map<String, Resource> find(Collection<String> ids) {
        return resources
                .where(Filters.in("_id", ids.stream().filter(Objects::nonNull).distinct().toList()),
                        Sorts.ascending("_id"), 0, MOST)
                .stream().collect(Collectors.toMap(StoredAggregate::id, StoredAggregate::state));
    }

    /** The ids of those that stand for this person. */
    public Set<String> ofAccount(String account) {
        return resources.where(Filters.eq("state.account", account), Sorts.ascending("_id"), 0, MOST).stream()
                .map(StoredAggregate::id).collect(Collectors.toSet());
    }
}
