/** How each person may be reached: a copy of what intake knows, and the opt-outs. */
package org.refugio.notification.contacts;
