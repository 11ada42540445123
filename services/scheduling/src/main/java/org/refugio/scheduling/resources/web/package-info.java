/** Resources over HTTP. */
package org.refugio.scheduling.resources.web;
