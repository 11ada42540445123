/** An installation's folder, ports, secrets and built programs. */
package org.refugio.launcher.installation;
