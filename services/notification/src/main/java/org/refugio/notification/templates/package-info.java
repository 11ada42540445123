/** The words of the messages, per language, as data. */
package org.refugio.notification.templates;
