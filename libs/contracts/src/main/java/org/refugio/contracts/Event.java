package org.refugio.contracts;

/** A fact that its producer has committed. Every event type has a {@link Wire} name and a sample JSON. */
public sealed interface Event permits IntakeEvent, DocumentEvent, SchedulingEvent, NotificationEvent {
}
