/** The operator's routes for the events of a service. */
package org.refugio.access.operations;
