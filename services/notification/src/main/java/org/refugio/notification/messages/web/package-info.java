/** The ledger, the replies and the requested calls over HTTP. */
package org.refugio.notification.messages.web;
