/** The replies of people, their interpretation and their effects. */
package org.refugio.notification.replies;
