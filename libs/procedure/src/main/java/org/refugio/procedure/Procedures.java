package org.refugio.procedure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.refugio.contracts.Step;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The versions that this build ships. */
public final class Procedures {

    /** The newest one, which new cases get. */
    public static final String CURRENT = "mx-refugee-2026-1";

    private static final List<String> SHIPPED = List.of(CURRENT);

    private final List<Procedure> all;

    private Procedures(List<Procedure> all) {
        this.all = all;
    }

    /**
     * Read and check the shipped files.
     *
     * @throws InvalidProcedureFile with file and line when one does not hold together
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

    private static Procedure resource(String version) {
        String file = "/procedures/" + version + ".yaml";
        try (InputStream in = Procedures.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new InvalidProcedureFile(file, 0, "there is no such file");
            }
            return read(file, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Procedure read(String file, InputStream in) {
        try {
            Procedure procedure = YAMLMapper.builder().build().readValue(in, Procedure.class);
            check(file, procedure);
            return procedure;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new InvalidProcedureFile(file, line, e.getOriginalMessage());
        }
    }

    private static void check(String file, Procedure procedure) {
        require(procedure.version() != null && procedure.steps() != null && procedure.groups() != null
                && procedure.deadlines() != null, file, "it must have version, steps, groups and deadlines");
        List<Step> steps = procedure.steps().stream().map(Procedure.StepOf::step).toList();
        require(steps.equals(Arrays.asList(Step.values())), file, "it must have the seven steps in their order");
        require(procedure.groups().size() == 5, file, "it must have the five groups of papers");
        Set<String> ids = new HashSet<>();
        for (Procedure.Group group : procedure.groups()) {
            require(!group.papers().isEmpty(), file, "group " + group.id() + " has no paper");
            group.papers()
                    .forEach(paper -> {
                        require(ids.add(paper.id()), file, "paper " + paper.id() + " is there twice");
                        require(!paper.blocksFiling(), file, "paper " + paper.id()
                                + " must not block the filing (LSRPCAP art. 18, 19)");
                    });
        }
        for (Procedure.Deadline deadline : procedure.deadlines()) {
            require(deadline.citation() != null && !deadline.citation().isBlank(), file,
                    "deadline " + deadline.id() + " has no citation");
            require(Set.of("A", "B").contains(deadline.certainty()), file,
                    "deadline " + deadline.id() + " is not verified and must not be a default");
            require(Set.of("working-days", "calendar-days").contains(deadline.unit()), file,
                    "deadline " + deadline.id() + " counts " + deadline.unit());
        }
    }

    private static void require(boolean holds, String file, String otherwise) {
        if (!holds) {
            throw new InvalidProcedureFile(file, 0, otherwise);
        }
    }
}
