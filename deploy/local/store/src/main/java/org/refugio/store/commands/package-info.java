/** The commands of the wire protocol: what is executed, what is refused, and how replies are split. */
package org.refugio.store.commands;
