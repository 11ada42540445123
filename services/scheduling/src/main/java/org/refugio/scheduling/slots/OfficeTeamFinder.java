package org.refugio.scheduling.slots;

import org.refugio.scheduling.offices.Offices;
import org.refugio.scheduling.offices.OpeningHours;
import org.refugio.scheduling.resources.Resources;
import org.springframework.stereotype.Component;

/** Who works in an office, when, and how far ahead one looks. */
@Component
class OfficeTeamFinder {

    private final Resources resources;
    private final Offices offices;
    private final SlotSettings settings;

    OfficeTeamFinder(Resources resources, Offices offices, SlotSettings settings) {
        this.resources = resources;
        this.offices = offices;
        this.settings = settings;
    }

    OfficeTeam of(String office, String language) {
        return OfficeTeam.of(resources.ofOffice(office), language);
    }

    OpeningHours hours(String office) {
        return offices.of(office).hours();
    }

    int horizonDays() {
        return settings.horizonDays();
    }
}
