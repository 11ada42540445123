/** The carriers of e-mail: a mail server over SMTP. */
package org.refugio.notification.carriers.email;
