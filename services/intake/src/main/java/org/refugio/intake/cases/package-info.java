/** The case: who it is about, how far its seven steps have come, and the facts that the authority sets. */
package org.refugio.intake.cases;
