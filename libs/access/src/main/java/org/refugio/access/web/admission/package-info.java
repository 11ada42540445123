/** Refuses requests early when a service already has as many as it can work on. */
package org.refugio.access.web.admission;
