package org.refugio.document.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.refugio.contracts.Sealed;

class LineTest {

    private static final Sealed SEALED = new Sealed("case:c1", "AAAA");

    private final Line missing = Line.missing("identity-document", "identity");

    @Test
    void theNewestFileCountsAndOlderOnesStay() {
        Line line = missing.with(upload("u1", 1)).with(upload("u2", 2));
        assertThat(line.newest()).get().extracting(Upload::uploadId).isEqualTo("u2");
        assertThat(line.uploads()).hasSize(2);
        assertThat(line.state()).isEqualTo(LineState.UPLOADED);
    }

    @Test
    void aNewFileOpensASettledLineAgainWithoutItsReason() {
        Line line = missing.now(LineState.WAIVED, SEALED).with(upload("u1", 1));
        assertThat(line.state()).isEqualTo(LineState.UPLOADED);
        assertThat(line.reason()).isNull();
    }

    @Test
    void aChecklistIsCompleteWhenEveryLineIsAcceptedOrWaived() {
        Line other = Line.missing("photographs", "photographs");
        Checklist list = new Checklist("c1", "tapachula", "ht", "v1", List.of(missing, other));
        Checklist half = list.with(missing.now(LineState.ACCEPTED, null));
        assertThat(half.complete()).isFalse();
        assertThat(half.with(other.now(LineState.WAIVED, SEALED)).complete()).isTrue();
        assertThat(half.with(other.now(LineState.RETURNED, SEALED)).complete()).isFalse();
    }

    @Test
    void aChecklistKnowsItsContentByName() {
        Checklist list = new Checklist("c1", "tapachula", "ht", "v1", List.of(missing.with(upload("u1", 1))));
        assertThat(list.names("content-u1")).isTrue();
        assertThat(list.names("content-u2")).isFalse();
    }

    private static Upload upload(String id, int version) {
        return new Upload(id, version, "application/pdf", new Content("content-" + id, 10, 1, SEALED), SEALED, "u1",
                Instant.EPOCH);
    }
}
