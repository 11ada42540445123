/** Signs staff in at the identity provider and provides the user to each page. */
package org.refugio.console.login;
