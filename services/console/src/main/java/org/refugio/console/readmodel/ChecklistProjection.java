package org.refugio.console.readmodel;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.refugio.contracts.DocumentEvent.ChecklistOpened;
import org.refugio.contracts.Sealed;
import org.refugio.messaging.command.EntityTag;

/**
 * The checklist of a case.
 *
 * @param missing lines that are neither accepted nor waived
 */
public record ChecklistProjection(String caseId, String office, List<Line> lines, int missing) {

    /** The state of a line. */
    public enum State {
        MISSING,
        UPLOADED,
        ACCEPTED,
        RETURNED,
        WAIVED
    }

    /** One line; {@code uploadId} is the newest file. */
    public record Line(String itemId, String group, State state, String uploadId, int fileVersion, long bytes,
            Sealed reason) {

        /** What a person sees of it, as document's entity tag. */
        public EntityTag seen() {
            return EntityTag.of(itemId, fileVersion + "." + state);
        }

        Line uploaded(String newUpload, int newVersion, long newBytes) {
            return new Line(itemId, group, State.UPLOADED, newUpload, newVersion, newBytes, null);
        }

        Line reviewed(State newState, Sealed newReason) {
            return new Line(itemId, group, newState, uploadId, fileVersion, bytes, newReason);
        }
    }

    static ChecklistProjection opened(ChecklistOpened e) {
        List<Line> lines = e.lines().stream()
                .map(each -> new Line(each.itemId(), each.group(), State.MISSING, null, 0, 0, null)).toList();
        return new ChecklistProjection(e.caseId(), e.office(), lines, lines.size());
    }

    /** The line of this document. */
    public Optional<Line> line(String itemId) {
        return lines.stream().filter(each -> each.itemId().equals(itemId)).findFirst();
    }

    ChecklistProjection with(String itemId, UnaryOperator<Line> change) {
        List<Line> changed = lines.stream().map(each -> each.itemId().equals(itemId) ? change.apply(each) : each)
                .toList();
        return new ChecklistProjection(caseId, office, changed, (int) changed.stream()
                .filter(each -> each.state() != State.ACCEPTED && each.state() != State.WAIVED).count());
    }
}
