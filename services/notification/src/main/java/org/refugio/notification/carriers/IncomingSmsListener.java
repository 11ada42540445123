package org.refugio.notification.carriers;

/** Takes what phones send. */
public interface IncomingSmsListener {

    /**
     * Keep it durably. It may come again when the carrier did not hear that it was kept.
     *
     * @param phone as the carrier writes it
     */
    void on(String phone, String text);
}
