/** The pages that cancel an appointment or record a no-show: with the effect in words, and a reason. */
package org.refugio.console.closing;
