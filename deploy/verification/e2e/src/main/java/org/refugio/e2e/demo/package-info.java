/** The demonstration: the main job told as one story, with what must and must not arrive at the carriers. */
package org.refugio.e2e.demo;
