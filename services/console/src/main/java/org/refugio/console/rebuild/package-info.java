/** Builds the read model again from nothing and compares it with the live one. */
package org.refugio.console.rebuild;
