/** Access of the services of an installation to each other, by a shared secret. */
package org.refugio.access.service;
