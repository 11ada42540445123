/** Drafts of intake: what staff have typed about a person whose case is not opened yet. */
package org.refugio.console.drafts;
