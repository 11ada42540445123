/**
 * Claims: one document per resource or person and quarter of an hour, whose unique id makes double booking impossible.
 */
package org.refugio.scheduling.claims;
