package org.refugio.console.services;

/** No instance of a service answered, or none can work on the request at the moment. */
public class ServiceUnreachable extends RuntimeException {

    private final String service;

    ServiceUnreachable(String service, Throwable cause) {
        super("No instance of " + service + " answers", cause);
        this.service = service;
    }

    public String service() {
        return service;
    }
}
