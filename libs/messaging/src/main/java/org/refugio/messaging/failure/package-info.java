/** The two kinds of failure: retry later, or never. */
package org.refugio.messaging.failure;
