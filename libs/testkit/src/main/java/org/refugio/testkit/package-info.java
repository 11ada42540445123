/** One real broker and one real store for a whole test run, and what integration tests say and ask of them. */
package org.refugio.testkit;
