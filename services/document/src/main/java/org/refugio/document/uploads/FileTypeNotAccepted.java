package org.refugio.document.uploads;

/** The request's content type is not accepted. */
public class FileTypeNotAccepted extends RuntimeException {
}
