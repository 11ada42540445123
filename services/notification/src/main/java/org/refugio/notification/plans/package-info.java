/** What is to be said about each appointment, and when: confirmation, reminders, notices of change. */
package org.refugio.notification.plans;
