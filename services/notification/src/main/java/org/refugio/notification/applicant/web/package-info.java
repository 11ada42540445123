/** The applicant's page as data. */
package org.refugio.notification.applicant.web;
