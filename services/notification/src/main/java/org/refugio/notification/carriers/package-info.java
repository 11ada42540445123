/** SMS over SMPP and e-mail over SMTP, each with a circuit breaker and a bulkhead. */
package org.refugio.notification.carriers;
