/** The page of an applicant, without an account and without scripts; opening it changes nothing. */
package org.refugio.console.applicant;
