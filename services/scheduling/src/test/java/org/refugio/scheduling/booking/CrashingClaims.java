package org.refugio.scheduling.booking;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.conversions.Bson;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.StoredAggregate;
import org.refugio.scheduling.claims.Claim;
import org.refugio.scheduling.claims.Claims;

/**
 * Simulates a process that crashes at its n-th access to the store: before it, after it, or, where several documents
 * are written, half way through. Between two accesses nothing outside the process changes.
 */
final class CrashingClaims {

    /** An error that the code under test does not handle, like the end of the process. */
    static final class Crashed extends Error {
        private static final long serialVersionUID = 1;
    }

    enum CrashPoint {
        BEFORE,
        HALF_WAY,
        AFTER
    }

    private final int crashStep;
    private final CrashPoint crashPoint;
    private int steps;

    CrashingClaims(int crashStep, CrashPoint crashPoint) {
        this.crashStep = crashStep;
        this.crashPoint = crashPoint;
    }

    private <T> T step(Supplier<T> whole, Runnable half) {
        steps++;
        if (steps == crashStep && crashPoint == CrashPoint.HALF_WAY) {
            half.run();
        }
        if (steps == crashStep && crashPoint != CrashPoint.AFTER) {
            throw new Crashed();
        }
        T result = whole.get();
        if (steps == crashStep) {
            throw new Crashed();
        }
        return result;
    }

    private <T> T step(Supplier<T> whole) {
        return step(whole, () -> {
        });
    }

    Claims claims(Claims real) {
        return new Claims() {
            @Override
            public boolean take(String owner, String token, String bucket, List<String> ids) {
                return step(() -> real.take(owner, token, bucket, ids),
                        () -> real.take(owner, token, bucket, ids.subList(0, ids.size() / 2)));
            }

            @Override
            public void takeFree(String owner, String token, String bucket, List<String> ids) {
                step(() -> {
                    real.takeFree(owner, token, bucket, ids);
                    return ids;
                }, () -> real.takeFree(owner, token, bucket, ids.subList(0, ids.size() / 2)));
            }

            @Override
            public List<Claim> find(Collection<String> ids) {
                return step(() -> real.find(ids));
            }

            @Override
            public void release(String token, Collection<String> ids) {
                step(() -> {
                    real.release(token, ids);
                    return ids;
                }, () -> real.release(token, ids.stream().limit(ids.size() / 2).toList()));
            }

            @Override
            public Set<String> ofDay(String bucket) {
                return step(() -> real.ofDay(bucket));
            }
        };
    }

    <S> AggregateRepository<S> aggregates(AggregateRepository<S> real) {
        return new AggregateRepository<>() {
            @Override
            public Optional<StoredAggregate<S>> find(String id) {
                return step(() -> real.find(id));
            }

            @Override
            public List<StoredAggregate<S>> where(Bson filter, Bson sort, int skip, int limit) {
                return step(() -> real.where(filter, sort, skip, limit));
            }

            @Override
            public long count(Bson filter) {
                return step(() -> real.count(filter));
            }

            @Override
            public String idFor(CommandKey key) {
                return real.idFor(key);
            }

            @Override
            public CommandOutcome create(CommandKey key, Function<String, Decision<S>> decide) {
                return step(() -> real.create(key, decide));
            }

            @Override
            public CommandOutcome change(String id, CommandKey key, Function<S, Decision<S>> decide) {
                return step(() -> real.change(id, key, decide));
            }

            @Override
            public CommandOutcome react(String id, EventOrigin source, Function<Optional<S>, Decision<S>> decide) {
                return step(() -> real.react(id, source, decide));
            }

            @Override
            public CommandOutcome reactByCreating(String id, EventOrigin source,
                    Function<Optional<S>, Decision<S>> decide) {
                return step(() -> real.reactByCreating(id, source, decide));
            }

            @Override
            public CommandOutcome update(String id, Function<S, Decision<S>> decide) {
                return step(() -> real.update(id, decide));
            }

            @Override
            public CommandOutcome createIfAbsent(String id, Supplier<Decision<S>> decide) {
                return step(() -> real.createIfAbsent(id, decide));
            }
        };
    }
}
