/** The demonstration: the main job as one scenario, with the messages that must and must not arrive. */
package org.refugio.e2e.demo;
