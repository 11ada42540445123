package org.refugio.carriers.web;

import java.io.IOException;
import java.util.List;
import org.refugio.carriers.CarrierChannel;
import org.refugio.carriers.CarrierFault;
import org.refugio.carriers.CarrierFaults;
import org.refugio.carriers.MessageLog;
import org.refugio.carriers.sms.MessageCentre;

/** The web page, in plain HTML with plain forms. */
record CarrierPage(MessageLog messages, CarrierFaults faults, MessageCentre sms) {

    private static final int MOST_SHOWN = 200;

    HttpResponseWriter answer(HttpRequestReader request) throws IOException {
        List<String> path = request.segments();
        if (request.method().equals("POST") && path.size() == 3 && path.getFirst().equals("phones")) {
            String text = request.form().getOrDefault("text", "").strip();
            if (!text.isEmpty()) {
                sms.reply(path.get(1), text);
            }
            return HttpResponseWriter.seeOther("/#" + HtmlWriter.anchor(path.get(1)));
        }
        return path.isEmpty()
                ? HttpResponseWriter.html(page())
                : HttpResponseWriter.text(404, "nothing stands at this address");
    }

    private String page() {
        StringBuilder out = new StringBuilder(HtmlWriter.HEAD);
        warning(out);
        section(out, CarrierChannel.SMS, "Phones", "No text message has arrived. Book an appointment, and one will.");
        section(out, CarrierChannel.EMAIL, "Mailboxes", "No mail has arrived.");
        return out.append(HtmlWriter.FOOT).toString();
    }

    private void warning(StringBuilder out) {
        for (CarrierChannel channel : CarrierChannel.values()) {
            if (faults.of(channel) != CarrierFault.OK) {
                out.append("<p><strong>").append(channel == CarrierChannel.SMS ? "Text messages" : "Mail")
                        .append(" are disturbed on purpose (").append(faults.of(channel)).append(").</strong></p>");
            }
        }
    }

    private void section(StringBuilder out, CarrierChannel channel, String title, String none) {
        List<String> owners = messages.owners(channel);
        out.append("<section><h2>").append(title).append("</h2>");
        if (owners.isEmpty()) {
            out.append("<p>").append(none).append("</p>");
        }
        owners.stream().limit(MOST_SHOWN).forEach(owner -> {
            out.append("<article id=\"").append(HtmlWriter.anchor(owner)).append("\"><h3>")
                    .append(HtmlWriter.escaped(owner))
                    .append("</h3><ol reversed>");
            messages.of(channel, owner).reversed().stream().limit(MOST_SHOWN)
                    .forEach(message -> out.append(HtmlWriter.message(message)));
            out.append("</ol>");
            if (channel == CarrierChannel.SMS) {
                out.append(HtmlWriter.replyForm(owner));
            }
            out.append("</article>");
        });
        if (owners.size() > MOST_SHOWN) {
            out.append("<p>").append(owners.size() - MOST_SHOWN).append(" more are not shown.</p>");
        }
        out.append("</section>");
    }
}
