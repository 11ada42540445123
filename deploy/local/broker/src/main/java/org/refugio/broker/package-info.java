/** One real Kafka broker (KRaft) from its published artifacts, on the loopback address, with its data on disk. */
package org.refugio.broker;
