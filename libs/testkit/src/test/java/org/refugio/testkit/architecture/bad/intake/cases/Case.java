package org.refugio.testkit.architecture.bad.intake.cases;

import org.bson.Document;

/** A state that is a document of the store. */
public record Case(Document everything) {}
