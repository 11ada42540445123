/** The commands of {@code ./refugio} that are carried out here. */
package org.refugio.launcher.command;
