/** The notification service: reminders of appointments, the ledger of sent messages, and replies. */
package org.refugio.notification;
