/** The master key of an organisation, which wraps the key of every subject. */
package org.refugio.privacy.masterkey;
