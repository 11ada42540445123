package org.refugio.document.uploads;

/** The sender itself says that the file is of a kind that is not taken. */
public class FileTypeNotAccepted extends RuntimeException {
}
