package org.refugio.scheduling.claims;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Takes, finds and frees claims. Only the unique id decides who has one. */
public interface Claims {

    /** Take these in this order, up to the first that somebody has; whether all were free. */
    boolean take(String owner, String token, String bucket, List<String> ids);

    /** Take whatever is free of these. */
    void takeFree(String owner, String token, String bucket, List<String> ids);

    /** Those of these ids that somebody has. */
    List<Claim> find(Collection<String> ids);

    /** Free exactly what this attempt took. */
    void free(String token, Collection<String> ids);

    /** The ids of all claims of an office's day. */
    Set<String> ofDay(String bucket);
}
