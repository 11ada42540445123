/** Proposes free times with all needed resources, and the reasons for each proposal. */
package org.refugio.scheduling.slots;
