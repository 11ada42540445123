/** What remains after a backup was put back. */
package org.refugio.e2e.restore;
