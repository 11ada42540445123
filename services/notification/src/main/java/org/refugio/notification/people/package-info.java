/** The names of those whom appointments are with. */
package org.refugio.notification.people;
