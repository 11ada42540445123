/**
 * The carriers of a local installation: a mail server and a text-message centre that store the messages they receive.
 */
package org.refugio.carriers;
