/** JMH measurements of the code that runs for every field, event and request, each beside a plain baseline. */
package org.refugio.bench.hot;
