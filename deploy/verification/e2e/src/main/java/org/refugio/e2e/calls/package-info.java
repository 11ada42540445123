/** How many calls to the store a command costs, with all its effects in all services. */
package org.refugio.e2e.calls;
