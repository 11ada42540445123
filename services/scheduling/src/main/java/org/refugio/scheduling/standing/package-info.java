/** Answers, for notification, whether an appointment's date still stands right now. */
package org.refugio.scheduling.standing;
