/** The ledger, the answers and the calls over HTTP. */
package org.refugio.notification.messages.web;
