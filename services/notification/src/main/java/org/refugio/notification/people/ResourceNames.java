package org.refugio.notification.people;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import org.bson.Document;
import org.refugio.contracts.SchedulingEvent.ResourceRegistered;
import org.refugio.contracts.Sealed;
import org.refugio.privacy.Privacy;
import org.springframework.stereotype.Component;

/** The encrypted names of the people whom appointments are with. */
@Component
public class ResourceNames {

    private final MongoCollection<Document> people;
    private final Privacy privacy;

    ResourceNames(MongoDatabase database, Privacy privacy) {
        this.people = database.getCollection("people");
        this.privacy = privacy;
    }

    public void registered(ResourceRegistered resource) {
        if (resource.name() != null) {
            people.replaceOne(Filters.eq("_id", resource.resourceId()),
                    new Document("_id", resource.resourceId()).append("subject", resource.name().subject())
                            .append("name", resource.name().ciphertext()),
                    new ReplaceOptions().upsert(true));
        }
    }

    /** The name, or null when it is not known. */
    public String nameOf(String resourceId) {
        Document found = resourceId == null ? null : people.find(Filters.eq("_id", resourceId)).first();
        return found == null
                ? null
                : privacy.open(new Sealed(found.getString("subject"), found.getString("name"))).orElse(null);
    }
}
