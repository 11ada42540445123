/** What a thief of the disk, or a colleague without permission, could read of an installation. */
package org.refugio.e2e.secrecy;
