package org.refugio.carriers;

/** The loopback ports; 0 selects any free port. */
public record CarrierSettings(int webPort, int smtpPort, int smppPort) {

    /** Any free ports. */
    public static CarrierSettings anyPorts() {
        return new CarrierSettings(0, 0, 0);
    }

    /** From {@code REFUGIO_CARRIERS_PORT}, {@code REFUGIO_SMTP_PORT}, {@code REFUGIO_SMPP_PORT}. */
    static CarrierSettings fromEnvironment() {
        return new CarrierSettings(port("REFUGIO_CARRIERS_PORT", 8620), port("REFUGIO_SMTP_PORT", 8621),
                port("REFUGIO_SMPP_PORT", 8622));
    }

    private static int port(String name, int otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : Integer.parseInt(value);
    }
}
