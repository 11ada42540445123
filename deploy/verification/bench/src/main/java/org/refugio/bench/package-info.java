/** {@code ./refugio bench}: what the system costs, beside its budgets and beside plain code that does the same. */
package org.refugio.bench;
