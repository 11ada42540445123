/** Aggregates with their outbox in one document, and event handlers whose effects happen exactly once. */
package org.refugio.messaging;
