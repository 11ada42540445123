package org.refugio.console.readmodel;

import java.util.List;
import org.refugio.contracts.ResourceKind;
import org.refugio.contracts.Sealed;

/** A lawyer, an interpreter or a room. */
public record ResourceProjection(String resourceId, String office, ResourceKind kind, Sealed name, String roomName,
        List<String> languages) {}
