/** A page and a JSON interface that show each phone and mailbox and let one answer as that phone. */
package org.refugio.carriers.web;
