/** Rebuilds the read model and compares it with the live one. */
package org.refugio.console.rebuild;
