/** The facts of a case's way over HTTP. */
package org.refugio.intake.proceedings.web;
