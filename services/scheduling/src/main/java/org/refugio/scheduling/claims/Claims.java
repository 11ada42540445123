package org.refugio.scheduling.claims;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Takes, finds and releases claims. Uniqueness is enforced by the claim's id alone. */
public interface Claims {

    /** Takes these in order, up to the first that is taken already; returns whether all were free. */
    boolean take(String owner, String token, String bucket, List<String> ids);

    /** Takes those of these that are free. */
    void takeFree(String owner, String token, String bucket, List<String> ids);

    /** The claims with these ids that are taken. */
    List<Claim> find(Collection<String> ids);

    /** Releases those of these that this attempt took. */
    void release(String token, Collection<String> ids);

    /** The ids of all claims of an office's day. */
    Set<String> ofDay(String bucket);
}
