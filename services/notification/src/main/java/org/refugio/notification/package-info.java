/** Notification: reminders that carry the appointment's revision, the send ledger, and what people answer. */
package org.refugio.notification;
