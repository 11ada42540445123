/** Tests of a restore from a backup. */
package org.refugio.e2e.restore;
