package org.refugio.e2e.secrecy;

import java.util.List;

/** Personal data of one fictitious person, in words that do not occur elsewhere by chance. */
final class PlantedPerson {

    static final String FULL_NAME = "Zuleimara Quetzalfín Ñandubay";
    static final String CALL_NAME = "Zuleimarita";
    static final String PHONE = "+529627358164";
    static final String EMAIL = "quetzalfin.zorzal@example.org";
    static final String NARRATIVE = "Huyó de Tegucigalpilla porque la mara Colibríes quemó su panadería.";
    static final String FILE_NAME = "pasaporte de Zuleimara Ñandubay.txt";
    static final String DOCUMENT = "Constancia: Ocelotlina Guacamayor presenció la quema.";
    static final String FOLIO = "TAP-FOLIO-73581-ÑQ";
    static final String INTERPRETER = "Wilgensina Tzotzilera";
    static final String RETURN_REASON = "La foto de Guacamayorcita está borrosa";
    static final String REPLY = "Soy Zuleimarita, mi hijo Tlacuachín está enfermo";

    /** Not personal: it must be found, otherwise the scan searched the wrong place. */
    static final String ROOM = "Sala del Cenzontle";

    private PlantedPerson() {
    }

    /** Whole texts, and the single words that identify the person. */
    static String[] all() {
        return List.of(FULL_NAME, "Zuleimara", "Quetzalfín", "Ñandubay", CALL_NAME, PHONE, "9627358164", EMAIL,
                "quetzalfin.zorzal", NARRATIVE, "Tegucigalpilla", "Colibríes", FILE_NAME, DOCUMENT, "Ocelotlina",
                "Guacamayor", FOLIO, "FOLIO-73581", INTERPRETER, "Wilgensina", "Tzotzilera", RETURN_REASON,
                "Guacamayorcita", REPLY, "Tlacuachín").toArray(String[]::new);
    }
}
