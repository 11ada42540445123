/** The planned messages of each appointment: confirmation, reminders, notices of change. */
package org.refugio.notification.plans;
