package org.refugio.document.checklist;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The checklist of a case. */
public record Checklist(String caseId, String office, String language, String procedureVersion,
        List<ChecklistItem> lines) {

    /** A line by its id. */
    public Optional<ChecklistItem> line(String itemId) {
        return lines.stream().filter(each -> each.itemId().equals(itemId)).findFirst();
    }

    /** A file by its id. */
    public Optional<Upload> upload(String uploadId) {
        return lines.stream().flatMap(each -> each.uploads().stream()).filter(each -> each.uploadId().equals(uploadId))
                .findFirst();
    }

    /** Whether one of its files has this content. */
    boolean names(String contentId) {
        return lines.stream().flatMap(each -> each.uploads().stream())
                .anyMatch(each -> each.content().contentId().equals(contentId));
    }

    /** Whether nothing more is expected. */
    public boolean complete() {
        return lines.stream().allMatch(each -> each.state().settled());
    }

    Checklist with(ChecklistItem changed) {
        Stream<ChecklistItem> next = lines.stream()
                .map(each -> each.itemId().equals(changed.itemId()) ? changed : each);
        return new Checklist(caseId, office, language, procedureVersion, next.toList());
    }
}
