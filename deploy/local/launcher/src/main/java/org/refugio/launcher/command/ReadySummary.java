package org.refugio.launcher.command;

import org.refugio.launcher.installation.InstallationHome;
import org.refugio.launcher.installation.Ports;

/** The summary that is printed when everything is ready. */
public final class ReadySummary {

    private ReadySummary() {
    }

    static String of(InstallationHome home, double seconds, String table) {
        Ports ports = new Ports(home.portBase());
        return table + """

            Ready after %.0f s.
              Open      http://127.0.0.1:%d
              Phones    http://127.0.0.1:%d  (what people's phones and mailboxes received)
              Users     intake|legal|scheduler|interpreter|coordinator .tapachula or .tijuana,
                        admin.federation, auditor.federation; password refugio
              Data      %s
              Keys      %s  (on the same disk: they protect a copied data file, not a stolen machine)
              Logs      %s
            """.formatted(seconds, ports.console(), ports.carriers(), home.data(""), home.keys(),
                home.home().resolve("logs"));
    }
}
