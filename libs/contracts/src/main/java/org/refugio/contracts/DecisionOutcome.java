package org.refugio.contracts;

/** What the authority decided (LSRPCAP art. 24, 28). */
public enum DecisionOutcome {
    RECOGNISED,
    COMPLEMENTARY_PROTECTION,
    DENIED,
    ABANDONED,
    WITHDRAWN
}
