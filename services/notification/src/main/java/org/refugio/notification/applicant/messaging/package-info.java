/** Keeps what the applicant's page shows. */
package org.refugio.notification.applicant.messaging;
