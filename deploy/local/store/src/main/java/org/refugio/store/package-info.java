/** A document store in one encrypted file that speaks MongoDB's wire protocol and keeps its promises. */
package org.refugio.store;
