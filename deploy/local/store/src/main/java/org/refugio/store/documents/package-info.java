/** Databases, collections and indexes: documents in sealed records, index entries in ordered ones. */
package org.refugio.store.documents;
