package org.refugio.notification.replies;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.refugio.contracts.Channel;
import org.refugio.notification.contacts.Contact;
import org.refugio.notification.ledger.Send;
import org.refugio.notification.ledger.SendLedger;
import org.refugio.notification.plans.ReminderPlans;
import org.springframework.stereotype.Component;

/**
 * The appointments that a reply can be about: those that text messages told to its number. What was told by e-mail, or to
 * an earlier number of the person, is not in the conversation with this number.
 */
@Component
class ToldAppointments {

    private static final int MAX_MESSAGES = 50;

    private final SendLedger sends;
    private final ReminderPlans plans;

    ToldAppointments(SendLedger sends, ReminderPlans plans) {
        this.sends = sends;
        this.plans = plans;
    }

    /** Each appointment once, the one that was told last first. */
    List<ToldAppointment> find(List<Contact> contacts, String phoneToken) {
        return contacts.stream().flatMap(each -> find(each, phoneToken))
                .sorted(Comparator.comparing(ToldAppointment::at).reversed()).toList();
    }

    private Stream<ToldAppointment> find(Contact contact, String phoneToken) {
        Map<String, Send> latest = new LinkedHashMap<>();
        sends.findSentOrUnknown(contact.caseId(), MAX_MESSAGES).stream().filter(each -> isTold(each, phoneToken))
                .forEach(each -> latest.putIfAbsent(each.appointmentId(), each));
        return latest.values().stream().flatMap(send -> plans.find(send.appointmentId()).stream()
                .map(plan -> new ToldAppointment(contact, plan, send.revision(), send.changedAt())));
    }

    /** Entries of before the number was recorded have none: they are taken for messages to this one. */
    private static boolean isTold(Send send, String phoneToken) {
        return send.channel() == Channel.SMS && !send.isResponse()
                && (send.addressToken() == null || send.addressToken().equals(phoneToken));
    }
}
