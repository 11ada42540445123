package org.refugio.intake.cases.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.refugio.contracts.PersonDetails;
import org.refugio.contracts.Step;
import org.refugio.contracts.StepStatus;
import org.refugio.intake.cases.Case;
import org.refugio.intake.cases.CaseEncryption;
import org.refugio.messaging.repository.StoredAggregate;

/** A page of a list. */
record CasePage(List<Item> items, int page, boolean more) {

    static final int SIZE = 25;

    /** One case; {@code step} is the first that is not done. */
    record Item(String caseId, String reference, String office, String callName, String language, Step step,
            Instant openedAt) {

        static Item of(StoredAggregate<Case> stored, CaseEncryption encryption) {
            Case found = stored.state();
            return new Item(found.caseId(), found.reference(), found.office(),
                    encryption.person(found).map(PersonDetails::callName).orElse(null), found.details().language(),
                    Arrays.stream(Step.values()).filter(step -> found.steps().statusOf(step) != StepStatus.DONE)
                            .findFirst()
                            .orElse(Step.FOLLOW_UP),
                    found.opening().openedAt());
        }
    }

    /** {@code found} may hold one item more than a page, which shows that there is another page. */
    static CasePage of(List<StoredAggregate<Case>> found, int page, CaseEncryption encryption) {
        return new CasePage(found.stream().limit(SIZE).map(each -> Item.of(each, encryption)).toList(), page,
                found.size() > SIZE);
    }
}
