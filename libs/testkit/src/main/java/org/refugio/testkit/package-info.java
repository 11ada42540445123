/** One real broker and store for all tests of a run, and what integration tests send to them and read from them. */
package org.refugio.testkit;
