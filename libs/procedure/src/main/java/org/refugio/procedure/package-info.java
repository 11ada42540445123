/** The procedure as data: steps, papers and deadlines with their citations, in versioned files. */
package org.refugio.procedure;
