/** Lets a request in or not, tells controllers who calls, and writes every problem in one form. */
package org.refugio.access.web;
