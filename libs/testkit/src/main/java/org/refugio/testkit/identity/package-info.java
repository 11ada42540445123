/** An OpenID provider in the test's own process: real keys, real tokens, no people. */
package org.refugio.testkit.identity;
