/** Starts an installation on one machine, monitors its processes, and reports their state. */
package org.refugio.launcher;
