/** Whom somebody should call, because no message can be relied on. */
package org.refugio.notification.calls;
