/** Code that breaks every rule of the layout, so that each rule is seen to fail. */
package org.refugio.testkit.architecture.bad;
