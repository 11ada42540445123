/** The architecture rules, checked over compiled classes. */
package org.refugio.testkit.architecture;
