/** Stores aggregates as single documents, written by compare-and-set together with their events. */
package org.refugio.messaging.repository;
