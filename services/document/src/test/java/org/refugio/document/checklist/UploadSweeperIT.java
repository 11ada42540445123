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
    private PendingUploads arrivals;

    @Autowired
    private EncryptedChunks pieces;

    @Autowired
    private Privacy privacy;

    @Autowired
    private MongoDatabase database;

    @Test
    void whatACrashLeftIsRemovedOnceItIsOld() throws IOException {
        String caseId = UUID.randomUUID().toString();
        privacy.register(Subject.ofCase(caseId));
        pieces.keep(caseId, new ByteArrayInputStream(new byte[600_000]), AddUpload.LIMIT);
        assertThat(database.getCollection("content").countDocuments()).isEqualTo(3);
        sweeper.sweep(Instant.now().minus(AddUpload.LONGEST));
        assertThat(database.getCollection("content").countDocuments()).as("it may still be on its way").isEqualTo(3);
        sweeper.sweep(Instant.now().plusSeconds(1));
        assertThat(database.getCollection("content").countDocuments()).isZero();
        assertThat(arrivals.begunBefore(Instant.now().plusSeconds(1))).isEmpty();
    }
}
