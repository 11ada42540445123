package org.refugio.document.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.refugio.document.uploads.Arrivals;
import org.refugio.document.uploads.Pieces;
import org.refugio.privacy.Privacy;
import org.refugio.privacy.Subject;
import org.refugio.testkit.RefugioTest;
import org.springframework.beans.factory.annotation.Autowired;

@RefugioTest
class SweepUploadsIT {

    @Autowired
    private SweepUploads sweeper;

    @Autowired
    private Arrivals arrivals;

    @Autowired
    private Pieces pieces;

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
