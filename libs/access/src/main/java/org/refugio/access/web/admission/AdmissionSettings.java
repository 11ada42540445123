package org.refugio.access.web.admission;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests a process accepts.
 *
 * @param atOnce the reads, and the commands, that are worked on at once
 * @param transfersAtOnce the same for large files, most of which wait for their sender
 * @param waiting the requests of each share that may wait for a place: about as many as are served within the patience when
 *        all places are taken, because the others would wait in vain
 * @param patience how long they wait
 * @param retryAfter when a refused client should try again, at least a second
 */
@ConfigurationProperties("refugio.admission")
public record AdmissionSettings(@DefaultValue("16") int atOnce, @DefaultValue("64") int transfersAtOnce,
        @DefaultValue("8") int waiting, @DefaultValue("1s") Duration patience,
        @DefaultValue("2s") Duration retryAfter) {

    /** The value of the header {@code Retry-After}. */
    public long retryAfterSeconds() {
        return Math.max(1, retryAfter.toSeconds());
    }

    int atOnce(RequestShare share) {
        return share == RequestShare.TRANSFER ? transfersAtOnce : atOnce;
    }
}
