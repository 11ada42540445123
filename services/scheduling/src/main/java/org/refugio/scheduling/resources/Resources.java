package org.refugio.scheduling.resources;

import com.mongodb.client.model.Filters;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.StoredAggregate;
import org.springframework.stereotype.Component;

/** Finds resources. */
@Component
public class Resources {

    private final AggregateRepository<Resource> resources;

    Resources(AggregateRepository<Resource> resources) {
        this.resources = resources;
    }

    /** The resources of an office. */
    public List<Resource> ofOffice(String office) {
        return resources.all(Filters.eq("state.office", office)).stream().map(StoredAggregate::state).toList();
    }

    /** Resources by id, in one query; nulls and unknown ids are omitted. */
    public Map<String, Resource> find(Collection<String> ids) {
        return resources.all(Filters.in("_id", ids.stream().filter(Objects::nonNull).distinct().toList())).stream()
                .collect(Collectors.toMap(StoredAggregate::id, StoredAggregate::state));
    }

    /** The ids of the resources linked to this account. */
    public Set<String> ofAccount(String account) {
        return resources.all(Filters.eq("state.account", account)).stream().map(StoredAggregate::id)
                .collect(Collectors.toSet());
    }
}
