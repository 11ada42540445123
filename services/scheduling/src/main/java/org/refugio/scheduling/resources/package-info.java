/** Bookable resources of an office: lawyers, interpreters and rooms, with languages. */
package org.refugio.scheduling.resources;
