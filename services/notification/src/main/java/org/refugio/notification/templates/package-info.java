/** The message templates, one data file per language. */
package org.refugio.notification.templates;
