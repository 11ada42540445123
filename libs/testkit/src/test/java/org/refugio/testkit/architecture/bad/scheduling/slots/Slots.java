package org.refugio.testkit.architecture.bad.scheduling.slots;

import reactor.core.publisher.Mono;

/** Another service's class, and a reactive one. */
public class Slots {

    Mono<String> later;
}
