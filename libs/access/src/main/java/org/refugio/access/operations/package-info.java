/** What whoever runs a service sees and does about its events. */
package org.refugio.access.operations;
