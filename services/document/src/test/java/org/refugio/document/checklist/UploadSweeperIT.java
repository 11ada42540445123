package org.refugio.document.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.refugio.document.uploads.EncryptedChunks;
import org.refugio.document.uploads.PendingUploads;
import org.refugio.privacy.Privacy;
import org.refugio.privacy.Subject;
import org.refugio.testkit.RefugioTest;
import org.springframework.beans.factory.annotation.Autowired;

@RefugioTest
class UploadSweeperIT {

    @Autowired
    private UploadSweeper sweeper;

    @Autowired
    private PendingUploads pendingUploads;

    @Autowired
    private EncryptedChunks chunks;

    @Autowired
    private Privacy privacy;

    @Autowired
    private MongoDatabase database;

    @Test
    void chunksLeftByACrashAreRemovedAfterTheMinimumAge() throws IOException {
        String caseId = UUID.randomUUID().toString();
        privacy.register(Subject.ofCase(caseId));
        chunks.store(caseId, new ByteArrayInputStream(new byte[600_000]), AddUpload.MAX_BYTES);
        assertThat(database.getCollection("content").countDocuments()).isEqualTo(3);
        sweeper.sweep(Instant.now().minus(AddUpload.MAX_DURATION));
        assertThat(database.getCollection("content").countDocuments()).as("the upload may still be in progress")
                .isEqualTo(3);
        sweeper.sweep(Instant.now().plusSeconds(1));
        assertThat(database.getCollection("content").countDocuments()).isZero();
        assertThat(pendingUploads.findStartedBefore(Instant.now().plusSeconds(1))).isEmpty();
    }
}
