package org.refugio.document.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.refugio.contracts.Sealed;

class ChecklistItemTest {

    private static final Sealed SEALED = new Sealed("case:c1", "AAAA");

    private final ChecklistItem missing = ChecklistItem.missing("identity-document", "identity");

    @Test
    void theNewestFileIsCurrentAndOlderOnesAreKept() {
        ChecklistItem line = missing.with(upload("u1", 1)).with(upload("u2", 2));
        assertThat(line.newest()).get().extracting(Upload::uploadId).isEqualTo("u2");
        assertThat(line.uploads()).hasSize(2);
        assertThat(line.state()).isEqualTo(ItemState.UPLOADED);
    }

    @Test
    void aNewFileReopensASettledItemWithoutItsReason() {
        ChecklistItem line = missing.withState(ItemState.WAIVED, SEALED).with(upload("u1", 1));
        assertThat(line.state()).isEqualTo(ItemState.UPLOADED);
        assertThat(line.reason()).isNull();
    }

    @Test
    void aChecklistIsCompleteWhenEveryItemIsAcceptedOrWaived() {
        ChecklistItem other = ChecklistItem.missing("photographs", "photographs");
        Checklist list = new Checklist("c1", "tapachula", "ht", "v1", List.of(missing, other));
        Checklist half = list.with(missing.withState(ItemState.ACCEPTED, null));
        assertThat(half.isComplete()).isFalse();
        assertThat(half.with(other.withState(ItemState.WAIVED, SEALED)).isComplete()).isTrue();
        assertThat(half.with(other.withState(ItemState.RETURNED, SEALED)).isComplete()).isFalse();
    }

    @Test
    void aChecklistKnowsTheContentThatItReferences() {
        Checklist list = new Checklist("c1", "tapachula", "ht", "v1", List.of(missing.with(upload("u1", 1))));
        assertThat(list.references("content-u1")).isTrue();
        assertThat(list.references("content-u2")).isFalse();
    }

    private static Upload upload(String id, int version) {
        return new Upload(id, version, "application/pdf", new StoredContent("content-" + id, 10, 1, SEALED), SEALED,
                "u1",
                Instant.EPOCH);
    }
}
