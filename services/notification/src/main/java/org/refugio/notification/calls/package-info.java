/** People whom the office should call because a message may not have reached them. */
package org.refugio.notification.calls;
