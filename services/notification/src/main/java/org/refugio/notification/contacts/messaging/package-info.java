/** Updates the contacts from intake's events. */
package org.refugio.notification.contacts.messaging;
