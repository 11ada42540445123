package org.refugio.notification.messages.web;

import java.util.List;
import java.util.function.Function;

/** A page of a list. */
record MessagePage<T>(List<T> items, int page, boolean more) {

    static final int SIZE = 50;

    /** {@code found} may hold one item more than a page, which shows that there is another page. */
    static <S, T> MessagePage<T> of(List<S> found, int page, Function<S, T> view) {
        return new MessagePage<>(found.stream().limit(SIZE).map(view).toList(), page, found.size() > SIZE);
    }
}
