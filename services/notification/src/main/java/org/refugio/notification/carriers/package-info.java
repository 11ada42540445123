/** SMS over SMPP and e-mail over SMTP, each behind a guard. */
package org.refugio.notification.carriers;
