package org.refugio.console.services;

/** No instance of a service answered. */
public class Unreachable extends RuntimeException {

    private final String service;

    Unreachable(String service, Throwable cause) {
        super("No instance of " + service + " answers", cause);
        this.service = service;
    }

    public String service() {
        return service;
    }
}
