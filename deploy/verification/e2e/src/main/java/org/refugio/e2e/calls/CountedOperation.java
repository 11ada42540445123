package org.refugio.e2e.calls;

/** What is counted, with the number of store calls that it may cost and the number that is aimed at. */
enum CountedOperation {

    OPEN("open a case", 27, 16),
    ACCEPT("accept a document", 12, 6),
    CONTACT("change a contact", 17, 8),
    BOOK("book an appointment", 48, 35),
    IDLE("idle, reads a second", 13, 5);

    private final String title;
    private final int limit;
    private final int goal;

    CountedOperation(String title, int limit, int goal) {
        this.title = title;
        this.limit = limit;
        this.goal = goal;
    }

    String title() {
        return title;
    }

    /** Above this the test fails. It follows what was reached, so that no change adds calls unnoticed. */
    int limit() {
        return limit;
    }

    int goal() {
        return goal;
    }

    /** What the limit applies to: reads and writes of a command; of an idle system, its reads. */
    double measure(StoreCalls calls) {
        return this == IDLE ? calls.reads() : calls.reads() + calls.writes();
    }
}
