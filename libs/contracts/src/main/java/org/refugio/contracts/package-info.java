/** The events that Refugio's services exchange: one sealed interface per producer, and the values in them. No logic. */
package org.refugio.contracts;
