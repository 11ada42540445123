/** Who and what can be booked in an office: lawyers, interpreters and rooms, with the languages they speak. */
package org.refugio.scheduling.resources;
