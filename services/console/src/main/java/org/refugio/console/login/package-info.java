/** Signs staff in at the identity provider and tells each page who is asking. */
package org.refugio.console.login;
