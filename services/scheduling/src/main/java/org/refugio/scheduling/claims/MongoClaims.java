package org.refugio.scheduling.claims;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.refugio.messaging.repository.StoreExceptionTranslator;
import org.springframework.stereotype.Component;

/** {@link Claims} in one collection; each call is one round trip. */
@Component
class MongoClaims implements Claims {

    private static final int DUPLICATE_KEY = 11000;

    private final MongoCollection<Document> claims;

    MongoClaims(MongoDatabase database) {
        this.claims = database.getCollection("claims");
        claims.createIndex(Indexes.ascending("bucket"));
    }

    @Override
    public boolean take(String owner, String token, String bucket, List<String> ids) {
        return insert(owner, token, bucket, ids, true);
    }

    @Override
    public void takeFree(String owner, String token, String bucket, List<String> ids) {
        insert(owner, token, bucket, ids, false);
    }

    private boolean insert(String owner, String token, String bucket, List<String> ids, boolean ordered) {
        if (ids.isEmpty()) {
            return true;
        }
        return StoreExceptionTranslator.execute(() -> {
            try {
                claims.insertMany(ids.stream().map(id -> new Document("_id", id).append("owner", owner)
                        .append("token", token).append("bucket", bucket)).toList(),
                        new InsertManyOptions().ordered(ordered));
                return true;
            } catch (MongoBulkWriteException e) {
                if (e.getWriteErrors().stream().allMatch(each -> each.getCode() == DUPLICATE_KEY)
                        && e.getWriteConcernError() == null) {
                    return false;
                }
                throw e;
            }
        });
    }

    @Override
    public List<Claim> find(Collection<String> ids) {
        return StoreExceptionTranslator.execute(() -> {
            List<Claim> found = new ArrayList<>();
            claims.find(Filters.in("_id", ids)).forEach(each -> found
                    .add(new Claim(each.getString("_id"), each.getString("owner"), each.getString("token"))));
            return found;
        });
    }

    @Override
    public void release(String token, Collection<String> ids) {
        if (!ids.isEmpty()) {
            StoreExceptionTranslator
                    .execute(() -> claims.deleteMany(Filters.and(Filters.in("_id", ids), Filters.eq("token", token))));
        }
    }

    @Override
    public Set<String> ofDay(String bucket) {
        return StoreExceptionTranslator.execute(() -> {
            Set<String> ids = new HashSet<>();
            claims.find(Filters.eq("bucket", bucket)).projection(Projections.include("_id"))
                    .forEach(each -> ids.add(each.getString("_id")));
            return ids;
        });
    }
}
