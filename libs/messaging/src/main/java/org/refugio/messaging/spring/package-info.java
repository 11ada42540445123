/** Auto-configuration, default properties and settings of the messaging library. */
package org.refugio.messaging.spring;
