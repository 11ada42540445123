/** An OpenID provider in the process of the test, with real keys and tokens. */
package org.refugio.testkit.identity;
