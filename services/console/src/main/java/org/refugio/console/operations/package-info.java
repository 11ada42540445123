/** The page of those who look after the system: what is stuck, in which service, and what to do about it. */
package org.refugio.console.operations;
