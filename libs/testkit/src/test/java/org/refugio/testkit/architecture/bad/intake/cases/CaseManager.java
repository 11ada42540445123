package org.refugio.testkit.architecture.bad.intake.cases;

import com.mongodb.client.ClientSession;
import java.time.LocalDate;
import javax.crypto.Cipher;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.refugio.testkit.architecture.bad.intake.practice.Practice;
import org.refugio.testkit.architecture.bad.scheduling.slots.Slots;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** A component with an empty name, a field injection, too many parameters and forbidden dependencies. */
@Component
public class CaseManager {

    @Autowired
    Practice practice;

    CaseManager(String one, String two, String three, String four, String five, String six) {
        System.out.println(one + two + three + four + five + six + LocalDate.now());
    }

    void everything(Slots slots, ProducerRecord<String, String> record, Cipher cipher, ClientSession session) {
        practice.with(this);
    }
}
