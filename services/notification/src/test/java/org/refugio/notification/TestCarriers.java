package org.refugio.notification;

import java.util.List;
import org.refugio.carriers.CarrierChannel;
import org.refugio.carriers.CarrierFault;
import org.refugio.carriers.CarrierMessage;
import org.refugio.carriers.CarrierSettings;
import org.refugio.carriers.Carriers;
import org.refugio.carriers.MessageDirection;

/** The world outside, shared by all tests of a run: real carriers, and scheduling. */
final class TestCarriers {

    static final Carriers CARRIERS = Carriers.open(CarrierSettings.anyPorts());
    static final SchedulingStub SCHEDULING = new SchedulingStub();

    private TestCarriers() {
    }

    /** What a phone was sent, in order. */
    static List<String> texts(String phone) {
        return CARRIERS.messages().of(CarrierChannel.SMS, phone).stream()
                .filter(each -> each.direction() == MessageDirection.TO_PHONE).map(CarrierMessage::text).toList();
    }

    /** What a mailbox was sent, in order. */
    static List<String> mails(String mailbox) {
        return CARRIERS.messages().of(CarrierChannel.EMAIL, mailbox).stream().map(CarrierMessage::text).toList();
    }

    static void fault(CarrierChannel channel, CarrierFault fault) {
        CARRIERS.faults().set(channel, fault);
    }

    static void calm() {
        fault(CarrierChannel.SMS, CarrierFault.OK);
        fault(CarrierChannel.EMAIL, CarrierFault.OK);
        SCHEDULING.away(false);
    }
}
