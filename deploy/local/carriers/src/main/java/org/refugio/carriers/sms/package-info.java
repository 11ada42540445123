/** A text-message centre that speaks SMPP: takes messages, puts long ones together, passes answers on. */
package org.refugio.carriers.sms;
