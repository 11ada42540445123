/** The links by which people open the one appointment that a message is about. */
package org.refugio.notification.links;
