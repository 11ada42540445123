/** The pages with replies, call tasks and sent messages. */
package org.refugio.console.messages;
