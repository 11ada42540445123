/** The carriers of text messages: a message centre over SMPP. */
package org.refugio.notification.carriers.sms;
