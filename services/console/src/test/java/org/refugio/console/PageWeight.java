package org.refugio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a browser fetches for one page.
 *
 * @param files bytes on the line by path
 */
record PageWeight(Map<String, Integer> files) {

    private static final Pattern LINKED = Pattern
            .compile("<(?:link|script|img)\\b[^>]*?(?:href|src)=\"(/[^\"]+)\"");

    static PageWeight of(int port, String path) {
        PageBrowser browser = new PageBrowser(port);
        Map<String, Integer> files = new LinkedHashMap<>();
        String page = browser.get(path).body();
        files.put(path, browser.compressed(path).length);
        Matcher linked = LINKED.matcher(page);
        while (linked.find()) {
            files.computeIfAbsent(linked.group(1), each -> browser.compressed(each).length);
        }
        return new PageWeight(files);
    }

    void atMost(int bytes) {
        assertThat(files.values().stream().mapToInt(Integer::intValue).sum()).as("bytes of %s", files)
                .isLessThanOrEqualTo(bytes);
    }
}
