/** The one page of an applicant: no account, no script; opening it changes nothing. */
package org.refugio.console.applicant;
