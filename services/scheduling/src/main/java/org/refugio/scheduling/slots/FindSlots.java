package org.refugio.scheduling.slots;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.refugio.clock.DomainClock;
import org.refugio.procedure.process.AppointmentKind;
import org.refugio.scheduling.appointments.AppointmentTime;
import org.refugio.scheduling.appointments.AuthorityInterviews;
import org.refugio.scheduling.cases.KnownCase;
import org.refugio.scheduling.claims.ClaimIds;
import org.refugio.scheduling.claims.Claims;
import org.refugio.scheduling.offices.OpeningHours;
import org.springframework.stereotype.Component;

/**
 * Proposes up to three free times: the earliest, and then one in a different half of a day each. Claims are read once
 * for each day.
 */
@Component
public class FindSlots {

    private static final int MAX_SLOTS = 3;
    private static final LocalTime MIDDAY = LocalTime.of(13, 0);

    private final Claims claims;
    private final AuthorityInterviews interviews;
    private final DomainClock clock;
    private final OfficeTeamFinder teams;

    FindSlots(Claims claims, AuthorityInterviews interviews, DomainClock clock, OfficeTeamFinder teams) {
        this.claims = claims;
        this.interviews = interviews;
        this.clock = clock;
        this.teams = teams;
    }

    /**
     * The criteria.
     *
     * @param caseId null while there is no case yet
     */
    public record Query(String caseId, String office, ZoneId zone, String language, AppointmentKind kind,
            LocalDateTime from, int minutes) {

        public static Query of(KnownCase about, AppointmentKind kind, LocalDateTime from, int minutes) {
            return new Query(about.caseId(), about.office(), ZoneId.of(about.zone()), about.language(), kind, from,
                    minutes);
        }
    }

    public List<Slot> find(Query query) {
        Search search = new Search(query, clock.instant(), latestEnd(query));
        OfficeTeam team = teams.find(query.office(), query.language());
        OpeningHours hours = teams.hours(query.office());
        LocalDate first = laterOf(query.from(), LocalDateTime.ofInstant(clock.instant(), query.zone())).toLocalDate();
        for (int ahead = 0; ahead < teams.horizonDays() && search.found.size() < MAX_SLOTS; ahead++) {
            LocalDate date = first.plusDays(ahead);
            hours.on(date).ifPresent(span -> search.addSlotsOf(date, span, team,
                    new OfficeDay(claims.ofDay(ClaimIds.bucket(query.office(), date)))));
        }
        return List.copyOf(search.found);
    }

    private Optional<Instant> latestEnd(Query query) {
        return query.kind().beforeInterview() && query.caseId() != null
                ? interviews.upcomingDateOf(query.caseId(), clock.instant()).map(AppointmentTime::start)
                : Optional.empty();
    }

    private static LocalDateTime laterOf(LocalDateTime one, LocalDateTime other) {
        return one == null || one.isBefore(other) ? other : one;
    }

    /** One search, day by day. */
    private static final class Search {

        private final Query query;
        private final Instant now;
        private final Optional<Instant> latest;
        private final List<Slot> found = new ArrayList<>();

        Search(Query query, Instant now, Optional<Instant> latest) {
            this.query = query;
            this.now = now;
            this.latest = latest;
        }

        void addSlotsOf(LocalDate date, OpeningHours.Span span, OfficeTeam team, OfficeDay day) {
            LocalDateTime last = date.atTime(span.until()).minusMinutes(query.minutes());
            for (LocalDateTime at = date.atTime(span.from()); !at.isAfter(last) && found.size() < MAX_SLOTS; at = at
                    .plus(ClaimIds.QUARTER)) {
                LocalDateTime start = at;
                if (!isInProposedHalfDay(start) && (query.from() == null || !start.isBefore(query.from()))) {
                    AppointmentTime.at(start, query.zone(), query.minutes()).filter(this::isPossible)
                            .ifPresent(when -> propose(when, team, day));
                }
            }
        }

        private boolean isPossible(AppointmentTime when) {
            return when.start().isAfter(now) && latest.filter(when.end()::isAfter).isEmpty();
        }

        private void propose(AppointmentTime when, OfficeTeam team, OfficeDay day) {
            List<Instant> quarters = ClaimIds.quarters(when.start(), when.minutes());
            if (query.caseId() != null && !day.isFree(ClaimIds.ofCase(query.caseId()), quarters)) {
                return;
            }
            team.freeAt(day, quarters).ifPresent(party -> {
                party.reasons().addFirst(choiceReason(when.localStart()));
                latest.ifPresent(_ -> party.reasons().add("before-authority-interview"));
                found.add(new Slot(when.localStart(), party.lawyerId(), party.interpreterId(), party.roomId(),
                        List.copyOf(party.reasons())));
            });
        }

        private String choiceReason(LocalDateTime start) {
            if (found.isEmpty()) {
                return "earliest";
            }
            return found.getLast().localStart().toLocalDate().equals(start.toLocalDate())
                    ? "other-half-of-day"
                    : "other-day";
        }

        private boolean isInProposedHalfDay(LocalDateTime start) {
            return found.stream().map(Slot::localStart)
                    .anyMatch(other -> other.toLocalDate().equals(start.toLocalDate())
                            && other.toLocalTime().isBefore(MIDDAY) == start.toLocalTime().isBefore(MIDDAY));
        }
    }
}
