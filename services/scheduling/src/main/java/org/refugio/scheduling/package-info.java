/** The scheduling service: bookable resources, and appointments that hold all the resources that they need, or none. */
package org.refugio.scheduling;
