package org.refugio.contracts;

/** The authority's decision (LSRPCAP art. 24, 28). */
public enum DecisionOutcome {
    RECOGNISED,
    COMPLEMENTARY_PROTECTION,
    DENIED,
    ABANDONED,
    WITHDRAWN
}
