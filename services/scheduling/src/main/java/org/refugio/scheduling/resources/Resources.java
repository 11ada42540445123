package org.refugio.scheduling.resources;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.StoredAggregate;
import org.springframework.stereotype.Component;

/** Finds resources. */
@Component
public class Resources {

    private static final int BATCH = 1000;

    private final AggregateRepository<Resource> resources;

    Resources(AggregateRepository<Resource> resources) {
        this.resources = resources;
    }

    /** The resources of an office. */
    public List<Resource> ofOffice(String office) {
        return all(Filters.eq("state.office", office)).map(StoredAggregate::state).toList();
    }

    /** Resources by id, in one query; nulls and unknown ids are omitted. */
    public Map<String, Resource> find(Collection<String> ids) {
        return all(Filters.in("_id", ids.stream().filter(Objects::nonNull).distinct().toList()))
                .collect(Collectors.toMap(StoredAggregate::id, StoredAggregate::state));
    }

    /** The ids of the resources linked to this account. */
    public Set<String> ofAccount(String account) {
        return all(Filters.eq("state.account", account)).map(StoredAggregate::id).collect(Collectors.toSet());
    }

    private Stream<StoredAggregate<Resource>> all(Bson filter) {
        List<StoredAggregate<Resource>> found = new ArrayList<>();
        int before;
        do {
            before = found.size();
            found.addAll(resources.where(filter, Sorts.ascending("_id"), before, BATCH));
        } while (found.size() == before + BATCH);
        return found.stream();
    }
}
