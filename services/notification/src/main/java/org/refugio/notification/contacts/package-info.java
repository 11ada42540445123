/** The contact details of each person, copied from intake's events, and the opt-outs. */
package org.refugio.notification.contacts;
