/** The one page that an applicant sees, opened by a link of its own. */
package org.refugio.notification.applicant;
