/** Asks scheduling whether an appointment is still valid before a message about it is sent. */
package org.refugio.notification.validity;
