/** The checklist and its files over HTTP. */
package org.refugio.document.checklist.web;
