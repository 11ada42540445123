/** Starts a whole installation on one machine, keeps every process of it running, and answers for it. */
package org.refugio.launcher;
