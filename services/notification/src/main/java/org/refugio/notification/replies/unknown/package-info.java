/** The messages from numbers that belong to no case. */
package org.refugio.notification.replies.unknown;
