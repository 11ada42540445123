/** Updates the reminder plans from scheduling's events. */
package org.refugio.notification.plans.messaging;
