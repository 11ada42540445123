/** The whole system seen from outside: the demonstration, the fault run and its checker, all through the public address. */
package org.refugio.e2e;
