package org.refugio.testkit.architecture.bad.scheduling.slots;

import reactor.core.publisher.Mono;

/** A reactive class of another service. */
public class Slots {

    Mono<String> later;
}
