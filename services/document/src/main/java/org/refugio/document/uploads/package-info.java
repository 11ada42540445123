/** The content of files: sealed piece by piece under the case's key, so that it never stands in the clear. */
package org.refugio.document.uploads;
