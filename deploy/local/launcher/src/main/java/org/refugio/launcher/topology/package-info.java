/** Which processes an installation has, in what order and with what settings. */
package org.refugio.launcher.topology;
