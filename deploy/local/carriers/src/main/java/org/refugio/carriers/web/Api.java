package org.refugio.carriers.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.refugio.carriers.Channel;
import org.refugio.carriers.Fault;
import org.refugio.carriers.Faults;
import org.refugio.carriers.Messages;
import org.refugio.carriers.sms.MessageCentre;
import org.refugio.carriers.sms.PhoneNumber;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The JSON interface. */
record Api(Messages messages, Faults faults, MessageCentre sms) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    Response answer(Request request) throws IOException {
        List<String> path = request.segments().subList(1, request.segments().size());
        try {
            return switch (request.method()) {
                case "GET" -> get(path);
                case "POST" -> post(path, request.body());
                case "DELETE" -> delete(path);
                default -> Response.text(405, "not a method of this interface");
            };
        } catch (JacksonException e) {
            return Response.text(422, "the body is not understood");
        }
    }

    private Response get(List<String> path) {
        return switch (path.getFirst()) {
            case "phones" -> list(Channel.SMS, path.size() > 1 ? PhoneNumber.of(path.get(1)) : null);
            case "mailboxes" -> list(Channel.EMAIL, path.size() > 1 ? path.get(1) : null);
            case "faults" -> json(current());
            default -> unknown();
        };
    }

    private Response list(Channel channel, String owner) {
        return json(owner == null ? messages.owners(channel) : messages.of(channel, owner));
    }

    private Response post(List<String> path, byte[] body) {
        if (path.equals(List.of("faults"))) {
            ChangedFaults wanted = JSON.readValue(body, ChangedFaults.class);
            wanted.apply(faults);
            return json(current());
        }
        if (path.size() == 3 && path.getFirst().equals("phones") && path.getLast().equals("reply")) {
            Reply reply = JSON.readValue(body, Reply.class);
            sms.reply(path.get(1), Objects.requireNonNullElse(reply.text(), ""));
            return Response.empty();
        }
        return unknown();
    }

    private Response delete(List<String> path) {
        if (!path.equals(List.of("messages"))) {
            return unknown();
        }
        messages.clear();
        return Response.empty();
    }

    private Map<String, Fault> current() {
        return Map.of("sms", faults.of(Channel.SMS), "email", faults.of(Channel.EMAIL));
    }

    private static Response json(Object value) {
        return Response.json(JSON.writeValueAsBytes(value));
    }

    private static Response unknown() {
        return Response.text(404, "nothing stands at this address");
    }

    private record Reply(String text) {}

    /** A carrier that is left out stays as it is. */
    private record ChangedFaults(Fault sms, Fault email) {

        void apply(Faults faults) {
            if (sms != null) {
                faults.set(Channel.SMS, sms);
            }
            if (email != null) {
                faults.set(Channel.EMAIL, email);
            }
        }
    }
}
