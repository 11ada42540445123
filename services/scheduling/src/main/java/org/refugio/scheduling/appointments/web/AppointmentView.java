package org.refugio.scheduling.appointments.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.messaging.repository.StoredAggregate;
import org.refugio.scheduling.appointments.ApplicantAnswer;
import org.refugio.scheduling.appointments.Appointment;
import org.refugio.scheduling.appointments.AppointmentHistoryEntry;
import org.refugio.scheduling.appointments.AppointmentStatus;
import org.refugio.scheduling.appointments.queries.AppointmentVisibility;

/**
 * An appointment as staff see it.
 *
 * @param appointment its members are on the same level as the others
 * @param etag the entity tag for commands on it
 * @param repeatedHour the local time exists twice that night, and this is the first occurrence
 */
record AppointmentView(@JsonUnwrapped AppointmentDetails appointment, AppointmentStatus state, ApplicantAnswer answer,
        boolean repeatedHour,
        List<AppointmentHistoryEntry> history, String etag, long version, long sequence) {

    /** A page of a list. */
    record Page(List<AppointmentView> items, int page, boolean more) {

        /** {@code found} may hold one item more than a page, which shows that there is another page. */
        static Page of(List<StoredAggregate<Appointment>> found, int page) {
            return new Page(found.stream().limit(AppointmentVisibility.PAGE_SIZE).map(AppointmentView::of).toList(),
                    page,
                    found.size() > AppointmentVisibility.PAGE_SIZE);
        }
    }

    static AppointmentView of(StoredAggregate<Appointment> stored) {
        Appointment found = stored.state();
        return new AppointmentView(found.details(), found.status(), found.answer(),
                found.plan().when().repeatedHour(), found.history(), found.tag().toString(), stored.version(),
                stored.sequence());
    }
}
