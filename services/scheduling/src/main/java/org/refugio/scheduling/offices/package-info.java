/** The offices as scheduling knows them: where they are, when they work, and the directory that says so. */
package org.refugio.scheduling.offices;
