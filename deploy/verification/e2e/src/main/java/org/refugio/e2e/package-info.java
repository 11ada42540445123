/** Tests of the whole system from outside: the demonstration, the fault run and its checker. */
package org.refugio.e2e;
