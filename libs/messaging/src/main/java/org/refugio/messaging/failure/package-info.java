/** Distinguishes failures that a later attempt can resolve from those that it cannot. */
package org.refugio.messaging.failure;
