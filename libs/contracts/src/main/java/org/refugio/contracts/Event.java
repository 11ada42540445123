package org.refugio.contracts;

/** Something that happened and was committed by its producer. Every event has a {@link Wire} name and a sample JSON. */
public sealed interface Event permits IntakeEvent, DocumentEvent, SchedulingEvent, NotificationEvent {
}
