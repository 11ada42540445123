package org.refugio.e2e.browser;

import java.util.List;

/** The size of a window in CSS pixels. */
record ViewportSize(int width, int height) {

    static final ViewportSize DESK = new ViewportSize(1366, 768);
    static final ViewportSize TABLET = new ViewportSize(820, 1180);
    static final ViewportSize PHONE = new ViewportSize(360, 640);
    static final ViewportSize NARROWEST = new ViewportSize(320, 640);
    static final List<ViewportSize> LOOKED_AT = List.of(DESK, TABLET, PHONE);

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
