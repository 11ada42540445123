package org.refugio.procedure;

import java.util.List;
import java.util.Optional;
import org.refugio.contracts.ChecklistLine;
import org.refugio.contracts.Step;

/**
 * One version of the procedure. Cases keep the version that they were opened with.
 *
 * @param version for instance {@code mx-refugee-2026-1}
 */
public record Procedure(String version, List<StepOf> steps, List<Group> groups) {

    /** A step: what the person knows it as, and what the software does for it. */
    public record StepOf(Step step, LocalizedText title, LocalizedText help) {}

    /** A group of papers, for instance proof of persecution. */
    public record Group(String id, LocalizedText title, List<Paper> papers) {}

    /**
     * A line of the checklist.
     *
     * @param from who issues it
     * @param blocksFiling whether filing waits for it; the law knows no such paper (LSRPCAP art. 18, 19), and a file
     *     that says otherwise is refused
     */
    public record Paper(String id, LocalizedText name, LocalizedText from, boolean blocksFiling) {}

    /** The lines that a new case's checklist has. No paper is a condition of filing (LSRPCAP art. 18, 19). */
    public List<ChecklistLine> checklist() {
        return groups.stream()
                .flatMap(group -> group.papers().stream().map(paper -> new ChecklistLine(paper.id(), group.id())))
                .toList();
    }

    /** A line of the checklist, if this version has it. */
    Optional<Paper> paper(String itemId) {
        return groups.stream().flatMap(group -> group.papers().stream()).filter(paper -> paper.id().equals(itemId))
                .findFirst();
    }
}
