/** The console in a real Chromium, signed in at the real identity provider. */
package org.refugio.e2e.browser;
