/** Durable, sealed key-value storage over RocksDB. */
package org.refugio.store.engine;
