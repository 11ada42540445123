/** The carriers by their names, and in which order those of a channel are tried. */
package org.refugio.notification.carriers;
