package org.refugio.scheduling.slots;

import org.refugio.scheduling.offices.Offices;
import org.refugio.scheduling.offices.OpeningHours;
import org.refugio.scheduling.resources.Resources;
import org.springframework.stereotype.Component;

/** Finds an office's resources and hours, and the search horizon. */
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

    OfficeTeam find(String office, String language) {
        return OfficeTeam.of(resources.ofOffice(office), language);
    }

    OpeningHours hours(String office) {
        return offices.find(office).hours();
    }

    int horizonDays() {
        return settings.horizonDays();
    }
}
