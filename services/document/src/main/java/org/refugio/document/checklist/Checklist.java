package org.refugio.document.checklist;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.refugio.messaging.command.EntityTag;

/** The checklist of a case. */
public record Checklist(String caseId, String office, String language, String procedureVersion,
        List<ChecklistItem> lines) {

    /** What reviews depend on: for each item the number of its files and its state. */
    public EntityTag tag() {
        return new EntityTag(lines.stream().collect(Collectors.toMap(ChecklistItem::itemId, ChecklistItem::tagValue)));
    }

    /** An item by its id. */
    public Optional<ChecklistItem> line(String itemId) {
        return lines.stream().filter(each -> each.itemId().equals(itemId)).findFirst();
    }

    /** A file by its id. */
    public Optional<Upload> upload(String uploadId) {
        return lines.stream().flatMap(each -> each.uploads().stream()).filter(each -> each.uploadId().equals(uploadId))
                .findFirst();
    }

    /** Whether one of its files references this content. */
    boolean references(String contentId) {
        return lines.stream().flatMap(each -> each.uploads().stream())
                .anyMatch(each -> each.content().contentId().equals(contentId));
    }

    /** Whether nothing more is expected. */
    public boolean isComplete() {
        return lines.stream().allMatch(each -> each.state().isSettled());
    }

    Checklist with(ChecklistItem changed) {
        Stream<ChecklistItem> next = lines.stream()
                .map(each -> each.itemId().equals(changed.itemId()) ? changed : each);
        return new Checklist(caseId, office, language, procedureVersion, next.toList());
    }
}
