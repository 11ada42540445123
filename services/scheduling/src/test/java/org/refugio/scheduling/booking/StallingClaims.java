package org.refugio.scheduling.booking;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.refugio.scheduling.claims.Claim;
import org.refugio.scheduling.claims.Claims;

/**
 * Simulates a process that is suspended, as by SIGSTOP, right before it takes claims; {@code meanwhile} runs during the
 * suspension.
 */
record StallingClaims(Claims real, Runnable meanwhile) implements Claims {

    @Override
    public boolean take(String owner, String token, String bucket, List<String> ids) {
        meanwhile.run();
        return real.take(owner, token, bucket, ids);
    }

    @Override
    public void takeFree(String owner, String token, String bucket, List<String> ids) {
        meanwhile.run();
        real.takeFree(owner, token, bucket, ids);
    }

    @Override
    public List<Claim> find(Collection<String> ids) {
        return real.find(ids);
    }

    @Override
    public void release(String token, Collection<String> ids) {
        real.release(token, ids);
    }

    @Override
    public Set<String> ofDay(String bucket) {
        return real.ofDay(bucket);
    }
}
