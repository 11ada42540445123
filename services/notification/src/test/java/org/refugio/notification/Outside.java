package org.refugio.notification;

import java.util.List;
import org.refugio.carriers.CarrierSettings;
import org.refugio.carriers.Carriers;
import org.refugio.carriers.Channel;
import org.refugio.carriers.Direction;
import org.refugio.carriers.Fault;
import org.refugio.carriers.Message;

/** The world outside, shared by all tests of a run: real carriers, and scheduling. */
final class Outside {

    static final Carriers CARRIERS = Carriers.open(CarrierSettings.anyPorts());
    static final SchedulingStub SCHEDULING = new SchedulingStub();

    private Outside() {
    }

    /** What a phone was sent, in order. */
    static List<String> texts(String phone) {
        return CARRIERS.messages().of(Channel.SMS, phone).stream()
                .filter(each -> each.direction() == Direction.TO_PHONE).map(Message::text).toList();
    }

    /** What a mailbox was sent, in order. */
    static List<String> mails(String mailbox) {
        return CARRIERS.messages().of(Channel.EMAIL, mailbox).stream().map(Message::text).toList();
    }

    static void fault(Channel channel, Fault fault) {
        CARRIERS.faults().set(channel, fault);
    }

    static void calm() {
        fault(Channel.SMS, Fault.OK);
        fault(Channel.EMAIL, Fault.OK);
        SCHEDULING.away(false);
    }
}
