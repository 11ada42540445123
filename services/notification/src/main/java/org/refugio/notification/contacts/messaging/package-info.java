/** Keeps contacts in step with intake. */
package org.refugio.notification.contacts.messaging;
