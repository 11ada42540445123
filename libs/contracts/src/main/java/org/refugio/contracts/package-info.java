/** The events that Refugio's services exchange: one sealed file per producer, and the values that ride in them. No logic. */
package org.refugio.contracts;
