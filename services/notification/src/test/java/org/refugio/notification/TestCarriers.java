package org.refugio.notification;

import java.util.List;
import org.refugio.carriers.CarrierChannel;
import org.refugio.carriers.CarrierFault;
import org.refugio.carriers.CarrierMessage;
import org.refugio.carriers.CarrierSettings;
import org.refugio.carriers.Carriers;
import org.refugio.carriers.MessageDirection;

/** The external systems, shared by all tests of a run: real carriers and a stub of scheduling. */
final class TestCarriers {

    static final Carriers CARRIERS = Carriers.open(CarrierSettings.anyPorts());
    static final SchedulingStub SCHEDULING = new SchedulingStub();

    private TestCarriers() {
    }

    /** The text messages to a phone, in order. */
    static List<String> texts(String phone) {
        return CARRIERS.messages().of(CarrierChannel.SMS, phone).stream()
                .filter(each -> each.direction() == MessageDirection.TO_PHONE).map(CarrierMessage::text).toList();
    }

    /** The e-mails to an address, in order. */
    static List<String> mails(String mailbox) {
        return CARRIERS.messages().of(CarrierChannel.EMAIL, mailbox).stream().map(CarrierMessage::text).toList();
    }

    static void fault(CarrierChannel channel, CarrierFault fault) {
        CARRIERS.faults().set(channel, fault);
    }

    static void reset() {
        fault(CarrierChannel.SMS, CarrierFault.OK);
        fault(CarrierChannel.EMAIL, CarrierFault.OK);
        SCHEDULING.setUnavailable(false);
    }
}
