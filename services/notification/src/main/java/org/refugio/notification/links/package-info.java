/** The links that open the appointment that a message is about. */
package org.refugio.notification.links;
