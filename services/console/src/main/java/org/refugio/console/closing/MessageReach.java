package org.refugio.console.closing;

import org.refugio.console.readmodel.CaseProjection;
import org.refugio.console.services.NotificationClient;
import org.refugio.console.services.OptionalAnswer;
import org.refugio.contracts.ContactDetails;
import org.refugio.privacy.Privacy;
import org.springframework.stereotype.Component;

/** Whether a message to a person can leave: their consent, their address, and no opt-out of the number. */
@Component
public class MessageReach {

    private final Privacy privacy;
    private final NotificationClient notification;

    MessageReach(Privacy privacy, NotificationClient notification) {
        this.privacy = privacy;
        this.notification = notification;
    }

    /** An opt-out that cannot be asked for is taken as none. */
    public boolean isReached(CaseProjection file) {
        ContactDetails contact = privacy.openJson(file.contact(), ContactDetails.class)
                .orElse(new ContactDetails(null, null));
        boolean sms = file.consent().sms() && contact.phone() != null;
        return file.consent().email() && contact.email() != null || sms && !isOptedOut(file.caseId());
    }

    private boolean isOptedOut(String caseId) {
        return OptionalAnswer.of(() -> notification.optOut(caseId)).path("optedOut").asBoolean(false);
    }
}
