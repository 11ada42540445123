package org.refugio.e2e.browser;

import java.util.List;

/** A window's size in CSS pixels. */
record Size(int width, int height) {

    static final Size DESK = new Size(1366, 768);
    static final Size TABLET = new Size(820, 1180);
    static final Size PHONE = new Size(360, 640);
    static final Size NARROWEST = new Size(320, 640);
    static final List<Size> LOOKED_AT = List.of(DESK, TABLET, PHONE);

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
