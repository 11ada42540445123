/** Calls the services: a client for each, load balancing over its instances, and the errors of both. */
package org.refugio.console.services;
