package org.refugio.procedure;

import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.refugio.contracts.Step;

/** The versions that this build contains. */
public final class Procedures {

    /** The newest one, which new cases get. */
    public static final String CURRENT = "mx-refugee-2026-1";

    /** Newest first. */
    private static final List<String> SHIPPED = List.of(CURRENT);

    private final List<Procedure> all;

    private Procedures(List<Procedure> all) {
        this.all = all;
    }

    /**
     * Read and check the files of this build.
     *
     * @throws InvalidProcedureFile with file and line when one is invalid
     */
    public static Procedures shipped() {
        return new Procedures(SHIPPED.stream().map(Procedures::resource).toList());
    }

    /** The newest. */
    public Procedure current() {
        return version(CURRENT).orElseThrow();
    }

    /** A version, if this build knows it. */
    public Optional<Procedure> version(String version) {
        return all.stream().filter(each -> each.version().equals(version)).findFirst();
    }

    /** A document's name in any version, newest first; its id when no version has it. */
    public String paperName(String itemId, String language) {
        return all.stream().flatMap(each -> each.paper(itemId).stream()).findFirst()
                .map(paper -> paper.name().in(language)).orElse(itemId);
    }

    /** A step's name in the newest version. */
    public String stepTitle(Step step, String language) {
        return current().steps().stream().filter(each -> each.step() == step).findFirst().orElseThrow().title()
                .in(language);
    }

    private static Procedure resource(String version) {
        String file = "/procedures/" + version + ".yaml";
        return checked(file, DataFile.resource(file, Procedure.class));
    }

    static Procedure read(String file, InputStream in) {
        return checked(file, DataFile.read(file, in, Procedure.class));
    }

    private static Procedure checked(String file, Procedure procedure) {
        check(file, procedure);
        return procedure;
    }

    private static void check(String file, Procedure procedure) {
        DataFile.require(procedure.version() != null && procedure.steps() != null && procedure.groups() != null, file,
                "it must have version, steps and groups");
        List<Step> steps = procedure.steps().stream().map(Procedure.StepOf::step).toList();
        DataFile.require(steps.equals(Arrays.asList(Step.values())), file,
                "it must have the seven steps in their order");
        DataFile.require(procedure.groups().size() == 5, file, "it must have the five groups of papers");
        Set<String> ids = new HashSet<>();
        for (Procedure.Group group : procedure.groups()) {
            DataFile.require(!group.papers().isEmpty(), file, "group " + group.id() + " has no paper");
            group.papers()
                    .forEach(paper -> {
                        DataFile.require(ids.add(paper.id()), file, "paper " + paper.id() + " is there twice");
                        DataFile.require(!paper.blocksFiling(), file, "paper " + paper.id()
                                + " must not block the filing (LSRPCAP art. 18, 19)");
                    });
        }
    }
}
