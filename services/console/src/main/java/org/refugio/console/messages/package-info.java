/** The pages with replies, messages of unknown numbers, call tasks, sent messages and opt-outs. */
package org.refugio.console.messages;
