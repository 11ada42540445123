/** Metrics, trace context and log output of this library; none of them contains personal data. */
package org.refugio.messaging.observability;
