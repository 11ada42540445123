/** Free times with everybody that is needed, proposed with their reasons. */
package org.refugio.scheduling.slots;
