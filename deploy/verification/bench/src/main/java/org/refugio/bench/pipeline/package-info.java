/** The event pipeline beside a bare producer and consumer, on the same broker and store. */
package org.refugio.bench.pipeline;
