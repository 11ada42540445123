package org.refugio.carriers.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.refugio.carriers.CarrierMessage;
import org.refugio.carriers.MessageDirection;

/** The elements of the page; all external values are escaped. */
final class HtmlWriter {

    static final String HEAD = """
        <!doctype html><html lang="en"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1"><title>Phones and mailboxes</title>
        <style>
        body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color:#1b1b1b;background:#fdfcfa}
        section{margin-block:2rem}article{border:1px solid #767676;border-radius:.5rem;padding:1rem;margin-block:1rem;background:#fff}
        h3{margin:0}li{margin-block:.75rem}.meta{display:block;color:#4a4a4a;font-size:.9rem}.text{white-space:pre-wrap;overflow-wrap:anywhere}
        input{font:inherit;padding:.4rem;border:2px solid #1b1b1b;width:min(100%,24rem);box-sizing:border-box}
        label{display:block;font-weight:600}
        button{font:inherit;padding:.4rem 1rem;border:2px solid #10514c;background:#10514c;color:#fff;border-radius:.25rem}
        :focus-visible{outline:3px solid #b45309;outline-offset:2px}a{color:#10514c}
        </style></head><body><main><h1>Phones and mailboxes</h1>
        <p>This page stands for the world outside: what a person's phone and mailbox received. Nothing here leaves this machine.
        <a href="/">Look again</a></p>
        """;
    static final String FOOT = "</main></body></html>\n";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>&\"]+");

    private HtmlWriter() {
    }

    static String message(CarrierMessage message) {
        String way = message.direction() == MessageDirection.FROM_PHONE
                ? "to " + escaped(message.to())
                : "from " + escaped(message.from());
        String subject = message.subject() == null ? "" : "<strong>" + escaped(message.subject()) + "</strong>";
        return "<li><span class=\"meta\">" + TIME.format(message.at().atZone(ZoneId.systemDefault())) + " " + way
                + "</span>" + subject + "<div class=\"text\">" + linked(escaped(message.text())) + "</div></li>";
    }

    static String replyForm(String phone) {
        String field = "text-" + anchor(phone);
        return "<form method=\"post\" action=\"/phones/" + URLEncoder.encode(phone, StandardCharsets.UTF_8)
                + "/reply\"><label for=\"" + field + "\">Answer as " + escaped(phone) + "</label><input id=\"" + field
                + "\" name=\"text\" autocomplete=\"off\" required> <button>Send</button></form>";
    }

    static String anchor(String owner) {
        return "a" + owner.replaceAll("[^A-Za-z0-9]", "-");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String linked(String escaped) {
        return LINK.matcher(escaped).replaceAll(
                match -> "<a href=\"" + match.group() + "\" rel=\"noreferrer\">" + match.group() + "</a>");
    }
}
