/** The outside world of a local installation: a mail server and a text-message centre that keep what they are sent. */
package org.refugio.carriers;
