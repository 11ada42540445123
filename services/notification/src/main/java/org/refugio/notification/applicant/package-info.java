/** The applicant page, which shows one appointment and is opened by a personal link. */
package org.refugio.notification.applicant;
