/** Metrics, trace context and log output of the messaging library; none of them contains personal data. */
package org.refugio.messaging.observability;
