package org.refugio.e2e.browser;

import org.refugio.e2e.Installation;
import org.refugio.e2e.faults.TrialInstallation;

/**
 * An installation with sample data, and a browser for its console.
 *
 * @param trial null where the installation was already running
 */
record ConsoleTrial(TrialInstallation trial, SampleData sample, ChromiumBrowser chrome) implements AutoCloseable {

    /** {@code -Drefugio.e2e.port-base=8600} uses an installation that is already running. */
    static ConsoleTrial start(String name) {
        Integer running = Integer.getInteger("refugio.e2e.port-base");
        TrialInstallation trial = running == null ? TrialInstallation.start(name) : null;
        Installation at = running == null ? trial.installation() : new Installation(running);
        try {
            return new ConsoleTrial(trial, SampleData.made(at), new ChromiumBrowser(at.publicUrl()));
        } catch (RuntimeException e) {
            if (trial != null) {
                trial.close();
            }
            throw e;
        }
    }

    @Override
    public void close() {
        chrome.close();
        if (trial != null) {
            trial.close();
        }
    }
}
