/** Creates the checklist of each new case. */
package org.refugio.document.checklist.messaging;
