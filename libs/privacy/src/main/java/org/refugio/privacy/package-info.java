/** Encrypts personal data under a key per subject, finds it by blind-index tokens, and erases it by destroying the key. */
package org.refugio.privacy;
