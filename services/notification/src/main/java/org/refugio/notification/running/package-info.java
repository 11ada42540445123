/** Work that goes on for as long as the service runs. */
package org.refugio.notification.running;
