/** Phone numbers and e-mail addresses of people: what can be delivered to, and which of them are the same. */
package org.refugio.addresses;
