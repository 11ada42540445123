/** The facts of the proceedings over HTTP. */
package org.refugio.intake.proceedings.web;
