/** What people answer, and what it means. */
package org.refugio.notification.replies;
