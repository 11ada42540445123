/** Verifies credentials and checks the rule of every route. */
package org.refugio.access.web.security;
