/** A page and a JSON interface that show each phone and mailbox and allow replies as that phone. */
package org.refugio.carriers.web;
