/** The registry of languages: which there are, and what the software can do in each. */
package org.refugio.procedure.languages;
