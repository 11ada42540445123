package org.refugio.launcher;

/** One process as {@code status} shows it. */
record ProcessStatus(String name, long pid, int port, String state, long rssMb, long uptimeS, int restarts) {}
