package org.refugio.console.pages;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.refugio.messaging.command.CommandReceipt;
import org.refugio.messaging.consumer.EventPipelines;
import org.springframework.stereotype.Component;

/** Leads to the next page after a command, once the read model shows the command or one second later. */
@Component
public class CommandRedirect {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final Duration INTERVAL = Duration.ofMillis(25);

    private final EventPipelines pipelines;

    CommandRedirect(EventPipelines pipelines) {
        this.pipelines = pipelines;
    }

    /** @return the redirect; with {@code arriving} when the command is stored but not yet shown */
    public String to(String path, String service, CommandReceipt receipt) {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (System.nanoTime() < end) {
            if (pipelines.reached(service, receipt.aggregate(), receipt.sequence())) {
                return "redirect:" + path;
            }
            LockSupport.parkNanos(INTERVAL.toNanos());
        }
        return "redirect:" + path.replaceFirst("(?=#|$)", path.contains("?") ? "&arriving" : "?arriving");
    }
}
