/** A document store in one encrypted file that speaks MongoDB's wire protocol and guarantees durability. */
package org.refugio.store;
