package org.refugio.scheduling.offices;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The location of the directory.
 *
 * @param directory a file, or {@code classpath:…}; empty for none
 */
@ConfigurationProperties("refugio.scheduling")
public record DirectorySettings(@DefaultValue("") String directory) {}
