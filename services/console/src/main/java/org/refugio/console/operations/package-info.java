/** The pages for operators: parked, missing and discarded events by service. */
package org.refugio.console.operations;
