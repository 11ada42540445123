/** Asks scheduling whether an appointment is stays valid before a message about it is sent. */
package org.refugio.notification.validity;
