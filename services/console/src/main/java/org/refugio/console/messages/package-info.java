/** The pages about what people answered, whom to call, and what was sent. */
package org.refugio.console.messages;
