/** Access of applicants, who have no account, by a capability in a link. */
package org.refugio.access.capability;
