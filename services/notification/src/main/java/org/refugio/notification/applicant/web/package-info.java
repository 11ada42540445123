/** The applicant page over HTTP. */
package org.refugio.notification.applicant.web;
