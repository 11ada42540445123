/** A mail server that keeps every mail for the mailbox it was sent to. */
package org.refugio.carriers.mail;
