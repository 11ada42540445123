/** The offices: their places, opening hours, and the directory file that lists them. */
package org.refugio.scheduling.offices;
