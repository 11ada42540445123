/** The names of the people whom appointments are with. */
package org.refugio.notification.people;
