/** Keeps the plans in step with scheduling. */
package org.refugio.notification.plans.messaging;
