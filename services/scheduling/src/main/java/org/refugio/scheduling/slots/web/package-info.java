/** Free times over HTTP. */
package org.refugio.scheduling.slots.web;
