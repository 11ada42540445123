package org.refugio.carriers.web;

import java.io.IOException;
import java.util.List;
import org.refugio.carriers.Channel;
import org.refugio.carriers.Fault;
import org.refugio.carriers.Faults;
import org.refugio.carriers.Messages;
import org.refugio.carriers.sms.MessageCentre;

/** The page: plain HTML, plain forms. */
record Page(Messages messages, Faults faults, MessageCentre sms) {

    private static final int MOST_SHOWN = 200;

    Response answer(Request request) throws IOException {
        List<String> path = request.segments();
        if (request.method().equals("POST") && path.size() == 3 && path.getFirst().equals("phones")) {
            String text = request.form().getOrDefault("text", "").strip();
            if (!text.isEmpty()) {
                sms.reply(path.get(1), text);
            }
            return Response.seeOther("/#" + Html.anchor(path.get(1)));
        }
        return path.isEmpty() ? Response.html(page()) : Response.text(404, "nothing stands at this address");
    }

    private String page() {
        StringBuilder out = new StringBuilder(Html.HEAD);
        warning(out);
        section(out, Channel.SMS, "Phones", "No text message has arrived. Book an appointment, and one will.");
        section(out, Channel.EMAIL, "Mailboxes", "No mail has arrived.");
        return out.append(Html.FOOT).toString();
    }

    private void warning(StringBuilder out) {
        for (Channel channel : Channel.values()) {
            if (faults.of(channel) != Fault.OK) {
                out.append("<p><strong>").append(channel == Channel.SMS ? "Text messages" : "Mail")
                        .append(" are disturbed on purpose (").append(faults.of(channel)).append(").</strong></p>");
            }
        }
    }

    private void section(StringBuilder out, Channel channel, String title, String none) {
        List<String> owners = messages.owners(channel);
        out.append("<section><h2>").append(title).append("</h2>");
        if (owners.isEmpty()) {
            out.append("<p>").append(none).append("</p>");
        }
        owners.stream().limit(MOST_SHOWN).forEach(owner -> {
            out.append("<article id=\"").append(Html.anchor(owner)).append("\"><h3>").append(Html.escaped(owner))
                    .append("</h3><ol reversed>");
            messages.of(channel, owner).reversed().stream().limit(MOST_SHOWN)
                    .forEach(message -> out.append(Html.message(message)));
            out.append("</ol>");
            if (channel == Channel.SMS) {
                out.append(Html.replyForm(owner));
            }
            out.append("</article>");
        });
        if (owners.size() > MOST_SHOWN) {
            out.append("<p>").append(owners.size() - MOST_SHOWN).append(" more are not shown.</p>");
        }
        out.append("</section>");
    }
}
