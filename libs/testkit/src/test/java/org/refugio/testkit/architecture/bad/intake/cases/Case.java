package org.refugio.testkit.architecture.bad.intake.cases;

import org.bson.Document;

/** A state that depends on the store. */
public record Case(Document everything) {}
