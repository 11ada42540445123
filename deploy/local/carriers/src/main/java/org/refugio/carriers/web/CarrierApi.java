package org.refugio.carriers.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.refugio.carriers.CarrierChannel;
import org.refugio.carriers.CarrierFault;
import org.refugio.carriers.CarrierFaults;
import org.refugio.carriers.MessageLog;
import org.refugio.carriers.sms.MessageCentre;
import org.refugio.carriers.sms.PhoneNumber;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The JSON interface. */
record CarrierApi(MessageLog messages, CarrierFaults faults, MessageCentre sms) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    HttpResponseWriter answer(HttpRequestReader request) throws IOException {
        List<String> path = request.segments().subList(1, request.segments().size());
        try {
            return switch (request.method()) {
                case "GET" -> get(path);
                case "POST" -> post(path, request.body());
                case "DELETE" -> delete(path);
                default -> HttpResponseWriter.text(405, "not a method of this interface");
            };
        } catch (JacksonException e) {
            return HttpResponseWriter.text(422, "the body is not understood");
        }
    }

    private HttpResponseWriter get(List<String> path) {
        return switch (path.getFirst()) {
            case "phones" -> list(CarrierChannel.SMS, path.size() > 1 ? PhoneNumber.of(path.get(1)) : null);
            case "mailboxes" -> list(CarrierChannel.EMAIL, path.size() > 1 ? path.get(1) : null);
            case "faults" -> json(current());
            default -> unknown();
        };
    }

    private HttpResponseWriter list(CarrierChannel channel, String owner) {
        return json(owner == null ? messages.owners(channel) : messages.of(channel, owner));
    }

    private HttpResponseWriter post(List<String> path, byte[] body) {
        if (path.equals(List.of("faults"))) {
            ChangedFaults wanted = JSON.readValue(body, ChangedFaults.class);
            wanted.apply(faults);
            return json(current());
        }
        if (path.size() == 3 && path.getFirst().equals("phones") && path.getLast().equals("reply")) {
            Reply reply = JSON.readValue(body, Reply.class);
            sms.reply(path.get(1), Objects.requireNonNullElse(reply.text(), ""));
            return HttpResponseWriter.empty();
        }
        return unknown();
    }

    private HttpResponseWriter delete(List<String> path) {
        if (!path.equals(List.of("messages"))) {
            return unknown();
        }
        messages.clear();
        return HttpResponseWriter.empty();
    }

    private Map<String, CarrierFault> current() {
        return Map.of("sms", faults.of(CarrierChannel.SMS), "email", faults.of(CarrierChannel.EMAIL));
    }

    private static HttpResponseWriter json(Object value) {
        return HttpResponseWriter.json(JSON.writeValueAsBytes(value));
    }

    private static HttpResponseWriter unknown() {
        return HttpResponseWriter.text(404, "nothing stands at this address");
    }

    private record Reply(String text) {}

    /** A carrier that is left out stays as it is. */
    private record ChangedFaults(CarrierFault sms, CarrierFault email) {

        void apply(CarrierFaults faults) {
            if (sms != null) {
                faults.set(CarrierChannel.SMS, sms);
            }
            if (email != null) {
                faults.set(CarrierChannel.EMAIL, email);
            }
        }
    }
}
