/** The content of files: encrypted chunk by chunk under the case's key, so that it is never stored in plain form. */
package org.refugio.document.uploads;
