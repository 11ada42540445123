package org.refugio.legalclock.model;

import java.time.LocalTime;
import java.util.List;

/** One authority: the laws of its own calendar, those that an official could invoke besides, and its absences. */
public record ModelAuthority(String id, List<String> laws, List<String> alsoInvoked, LocalTime closing,
        String municipality, List<Absence> closures, List<Absence> suspensions) {

    public ModelAuthority withClosures(List<Absence> changed) {
        return new ModelAuthority(id, laws, alsoInvoked, closing, municipality, changed, suspensions);
    }

    public ModelAuthority withSuspensions(List<Absence> changed) {
        return new ModelAuthority(id, laws, alsoInvoked, closing, municipality, closures, changed);
    }
}
