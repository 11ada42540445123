package org.refugio.access.audit;

import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A real database whose bulk inserts are counted and whose replies to them can be lost. */
final class CountingInserts {

    private final AtomicInteger inserts = new AtomicInteger();
    private final AtomicInteger repliesToLose = new AtomicInteger();
    private final AtomicReference<Throwable> nextFailure = new AtomicReference<>();
    private final MongoDatabase database;

    CountingInserts(MongoDatabase database) {
        this.database = database;
    }

    int count() {
        return inserts.get();
    }

    void loseNextReplies(int number) {
        repliesToLose.set(number);
    }

    /** The next insert throws it and writes nothing. */
    void failNext(Throwable failure) {
        nextFailure.set(failure);
    }

    MongoDatabase counted() {
        return proxy(MongoDatabase.class, database);
    }

    private <T> T proxy(Class<T> type, T real) {
        return type
                .cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{type}, (_, method, args) -> {
                    Throwable failure = method.getName().equals("insertMany") ? nextFailure.getAndSet(null) : null;
                    if (failure != null) {
                        throw failure;
                    }
                    Object reply;
                    try {
                        reply = method.invoke(real, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (method.getName().equals("insertMany")) {
                        inserts.incrementAndGet();
                        if (repliesToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                            throw new MongoSocketReadException("lost", new ServerAddress());
                        }
                    }
                    return reply instanceof MongoCollection<?> collection
                            ? proxy(MongoCollection.class, collection)
                            : reply;
                }));
    }
}
