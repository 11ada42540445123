/** A mail server that stores every mail under its mailbox. */
package org.refugio.carriers.mail;
