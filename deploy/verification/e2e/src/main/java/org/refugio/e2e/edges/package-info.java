/** Sends requests at the edges of what the published interface describes, and checks every response. */
package org.refugio.e2e.edges;
