/** Calls the services: which of their addresses answers, and how many calls at a time they are spared from. */
package org.refugio.console.services;
