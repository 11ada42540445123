package org.refugio.launcher.process;

/** One process as {@code status} shows it. */
public record ProcessStatus(String name, long pid, int port, String state, long rssMb, long uptimeS, int restarts) {}
