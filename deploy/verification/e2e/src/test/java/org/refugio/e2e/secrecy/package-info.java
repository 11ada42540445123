/** What a thief of the disk, or a colleague without the right to it, could read of a whole installation. */
package org.refugio.e2e.secrecy;
