/** Updates the missing documents from the document service's events. */
package org.refugio.notification.applicant.messaging;
