/** Asks scheduling whether an appointment still stands, right before a message leaves. */
package org.refugio.notification.standing;
