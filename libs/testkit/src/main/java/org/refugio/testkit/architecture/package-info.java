/** The laws of the layout, as rules over compiled classes. */
package org.refugio.testkit.architecture;
