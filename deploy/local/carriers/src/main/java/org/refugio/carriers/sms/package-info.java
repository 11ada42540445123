/** A text-message centre that speaks SMPP: accepts messages, assembles concatenated ones, delivers replies. */
package org.refugio.carriers.sms;
