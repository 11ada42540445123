/** Processes: started, monitored, restarted, ended, and asked about. */
package org.refugio.launcher.process;
