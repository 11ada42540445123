/** Configures the processing of requests: authorization, arguments of controllers, audit, and problem details. */
package org.refugio.access.web;
