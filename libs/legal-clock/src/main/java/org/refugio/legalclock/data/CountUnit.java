package org.refugio.legalclock.data;

/** What a rule counts. */
public enum CountUnit {
    /** Days on which the authority works. */
    WORKING_DAYS(new LocalizedText("working days", "días hábiles")),
    /** Every day. */
    CALENDAR_DAYS(new LocalizedText("calendar days", "días naturales"));

    private final LocalizedText name;

    CountUnit(LocalizedText name) {
        this.name = name;
    }

    /** In words, in the plural. */
    public LocalizedText words() {
        return name;
    }
}
