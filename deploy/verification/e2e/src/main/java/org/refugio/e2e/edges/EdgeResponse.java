package org.refugio.e2e.edges;

/**
 * What came back.
 *
 * @param status 0 when no response arrived in time
 */
record EdgeResponse(int status, String contentType, String body) {}
