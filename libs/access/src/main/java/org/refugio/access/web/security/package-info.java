/** Checks the rule of every route; a route without a rule is denied. */
package org.refugio.access.web.security;
