/** Code that violates every architecture rule, to show that each rule can fail. */
package org.refugio.testkit.architecture.bad;
