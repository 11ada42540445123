package org.refugio.notification.carriers.sms;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.refugio.addresses.PhoneNumber;
import org.refugio.contracts.Sealed;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.event.DerivedIds;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.AggregateRepositoryFactory;
import org.refugio.messaging.repository.StoredAggregate;
import org.refugio.notification.carriers.IncomingSmsListener;
import org.refugio.notification.carriers.IncomingText;
import org.refugio.privacy.Privacy;
import org.refugio.privacy.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Keeps the parts of long messages until all are there, so that each part can be acknowledged to the centre, and the answer
 * of a person is never judged by its beginning. Where parts are missing after a while, staff read the others.
 */
@Component
class PartialMessages implements MessagePartJoiner, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PartialMessages.class);

    /** A question mark keeps the text from being understood as an answer. */
    private static final String MISSING = " [?] ";
    private static final Duration SWEEP_PERIOD = Duration.ofMinutes(1);

    private final AggregateRepository<PartialMessage> messages;
    private final ObjectProvider<IncomingSmsListener> listener;
    private final Privacy privacy;
    private final TaskScheduler scheduler;
    private ScheduledFuture<?> sweep;

    PartialMessages(AggregateRepositoryFactory factory, ObjectProvider<IncomingSmsListener> listener, Privacy privacy,
            TaskScheduler scheduler) {
        this.messages = factory.of("parts", PartialMessage.class, PartialMessage::id,
                Indexes.ascending("state.queue"));
        this.listener = listener;
        this.privacy = privacy;
        this.scheduler = scheduler;
    }

    /** What the parts of a message have in common. */
    private record Head(String carrier, String line, String from, String sentAt) {}

    @Override
    public void add(IncomingText message, MessagePart part, byte coding, byte[] octets) {
        String token = privacy.token("phone", message.from().e164());
        Subject sender = Subject.ofSender(DerivedIds.derived("sender", token));
        privacy.register(sender);
        Sealed head = privacy.sealJson(sender,
                new Head(message.carrier(), message.line(), message.from().e164(), message.sentAt()));
        Sealed sealed = privacy.seal(sender, Base64.getEncoder().encodeToString(octets));
        String id = DerivedIds.derived("parts", message.carrier(), message.line(), token,
                part.reference() + "/" + part.total());
        Instant now = Instant.now();
        messages.find(id).map(StoredAggregate::state).filter(each -> each.isWaiting() && each.isOver(now))
                .ifPresent(this::handOn);
        PartialMessage first = new PartialMessage(id, PartialMessage.WAITING, 0, part.total(), coding, head,
                Map.of(part.index(), sealed), now);
        AtomicReference<PartialMessage> stored = new AtomicReference<>(first);
        messages.createIfAbsent(id, () -> Decision.changed(first));
        messages.update(id, found -> {
            stored.set(next(found, first, part.index(), sealed, now));
            return stored.get().equals(found) ? Decision.unchanged() : Decision.changed(stored.get());
        });
        if (stored.get().isWaiting() && stored.get().isComplete()) {
            handOn(stored.get());
        }
    }

    /** A part of a message that was handed on is delivered again, unless it is much later. */
    private PartialMessage next(PartialMessage found, PartialMessage first, int index, Sealed octets, Instant now) {
        if (found.isWaiting() && !found.isOver(now)) {
            return found.with(index, octets);
        }
        return found.isOver(now)
                ? new PartialMessage(found.id(), PartialMessage.WAITING, found.number() + 1, first.total(),
                        first.coding(), first.head(), first.parts(), now)
                : found;
    }

    /** It is handed on again after a crash; its id is the same then. */
    private void handOn(PartialMessage message) {
        Optional<Head> head = privacy.openJson(message.head(), Head.class);
        head.ifPresent(found -> listener.getObject()
                .onSms(new IncomingText(found.carrier(), found.line(),
                        PhoneNumber.ofInternational(found.from()).orElseThrow(),
                        message.id() + "-" + message.number(), found.sentAt(), Integer.toString(message.total()),
                        text(message))));
        messages.update(message.id(), found -> found.isWaiting() && found.number() == message.number()
                ? Decision.changed(found.handedOn())
                : Decision.unchanged());
    }

    private String text(PartialMessage message) {
        StringBuilder text = new StringBuilder();
        ByteArrayOutputStream together = new ByteArrayOutputStream();
        for (int index = 1; index <= message.total(); index++) {
            Optional<byte[]> octets = Optional.ofNullable(message.parts().get(index)).flatMap(privacy::open)
                    .map(each -> Base64.getDecoder().decode(each));
            octets.ifPresent(together::writeBytes);
            if (octets.isEmpty()) {
                text.append(GsmText.decode(message.coding(), together.toByteArray())).append(MISSING);
                together.reset();
            }
        }
        return text.append(GsmText.decode(message.coding(), together.toByteArray())).toString();
    }

    /** Hands on what is there of messages of which parts are missing. */
    void sweep(Instant now) {
        messages.all(Filters.eq("state.queue", PartialMessage.WAITING)).stream().map(StoredAggregate::state)
                .filter(each -> each.isComplete() || each.isOver(now)).forEach(this::tryToHandOn);
    }

    /** One that cannot be read now is tried again by the next sweep, and does not hold back the others. */
    private void tryToHandOn(PartialMessage message) {
        try {
            handOn(message);
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("fault", e.getClass().getSimpleName())
                    .log("a message in parts could not be handed on and is tried again");
        }
    }

    @Override
    public void start() {
        sweep = scheduler.scheduleWithFixedDelay(() -> sweep(Instant.now()), SWEEP_PERIOD);
    }

    @Override
    public void stop() {
        sweep.cancel(true);
    }

    @Override
    public boolean isRunning() {
        return sweep != null && !sweep.isCancelled();
    }
}
