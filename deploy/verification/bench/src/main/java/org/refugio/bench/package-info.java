/** {@code ./refugio bench}: measurements of the system compared with its budgets and with plain code. */
package org.refugio.bench;
