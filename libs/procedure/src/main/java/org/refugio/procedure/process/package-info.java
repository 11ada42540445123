/** How a case goes forward, as one table: actions with their conditions, events that move steps, and kinds of appointment. */
package org.refugio.procedure.process;
