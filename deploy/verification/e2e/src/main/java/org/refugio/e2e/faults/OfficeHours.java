package org.refugio.e2e.faults;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.refugio.e2e.ApiClient;

/** Messages are not sent at night, so a run that expects messages begins at ten in the morning of a working day. */
public final class OfficeHours {

    private static final ZoneId ZONE = ZoneId.of("America/Mexico_City");
    private static final String CLOCK = "/api/intake/v1/clock";

    private OfficeHours() {
    }

    /** Move the domain clock there; returns that day. */
    public static LocalDate begin(ApiClient api) {
        String now = api.get("coordinator.tapachula", CLOCK).expect2xx().path("now").asString();
        LocalDateTime local = LocalDateTime.ofInstant(Instant.parse(now), ZONE);
        LocalDateTime ten = local.toLocalDate().atTime(10, 0);
        while (ten.isBefore(local) || ten.getDayOfWeek().getValue() > 5) {
            ten = ten.plusDays(1);
        }
        api.post("coordinator.tapachula", CLOCK, Map.of("to", ten.atZone(ZONE).toInstant().toString())).expect2xx();
        return ten.toLocalDate();
    }
}
