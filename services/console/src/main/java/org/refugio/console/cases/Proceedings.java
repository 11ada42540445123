package org.refugio.console.cases;

import static org.refugio.console.pages.Form.choice;
import static org.refugio.console.pages.Form.field;

import java.util.Arrays;
import java.util.List;
import org.refugio.console.pages.Form.Field;
import org.refugio.console.pages.Form.Option;
import org.refugio.contracts.DecisionOutcome;

/** What can be recorded of a case, and what is asked for it; the names are those of intake's routes. */
enum Proceedings {

    SUBMISSION(field("folio", "text", true), field("filedOn", "date", true),
            choice("authority", "COMAR",
                    List.of(new Option("COMAR", "COMAR"), new Option("SRE", "SRE")))), AUTHORITY_INTERVIEW(
                            field("localStart", "datetime-local", true),
                            field("place", "text", true)), INTERVIEW_ATTENDED(
                                    field("attendedOn", "date", true)), DECISION(
                                            choice("outcome", "", Arrays.stream(DecisionOutcome.values())
                                                    .map(each -> new Option(each.name(), "outcome." + each)).toList()),
                                            field("notifiedOn", "date", true)), FOLLOW_UP(
                                                    field("startedOn", "date", true));

    private final List<Field> fields;

    Proceedings(Field... fields) {
        this.fields = List.of(fields);
    }

    List<Field> fields() {
        return fields;
    }

    String route() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static java.util.Optional<Proceedings> of(String route) {
        return Arrays.stream(values()).filter(each -> each.route().equals(route)).findFirst();
    }
}
