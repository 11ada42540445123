/** What a text message means. */
package org.refugio.notification.replies.interpretation;
