package org.refugio.testkit.problems;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Finds refusals without text, texts without refusal, and placeholders that are not the refusal's arguments.
 *
 * @param <R> the type of refusals
 */
public final class ProblemTextCheck<R> {

    private final Class<R> type;
    private final Function<R, NeededText> text;
    private final List<R> examples = new ArrayList<>();
    private final List<NeededText> others = new ArrayList<>();

    /** @param text the text that a refusal needs */
    public ProblemTextCheck(Class<R> type, Function<R, NeededText> text) {
        this.type = type;
        this.text = text;
    }

    /** An example of a refusal whose components are not only numbers, strings, days, constants and lists. */
    public ProblemTextCheck<R> with(R example) {
        examples.add(example);
        return this;
    }

    /** The text of a problem that is no refusal. */
    public ProblemTextCheck<R> and(NeededText other) {
        others.add(other);
        return this;
    }

    /**
     * Checks every refusal that is declared in the package or below it, other than those of tests.
     *
     * @throws AssertionError with all violations, also when there is no refusal
     */
    public void run(String packageName) {
        run(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(packageName).stream()
                .filter(each -> each.isAssignableTo(type) && !each.getModifiers().contains(JavaModifier.ABSTRACT))
                .<Class<?>>map(JavaClass::reflect).toList());
    }

    void run(List<Class<?>> refusals) {
        Set<String> violations = new TreeSet<>();
        List<NeededText> needed = new ArrayList<>(others);
        for (Class<?> refusal : refusals) {
            List<R> found = examplesOf(refusal);
            if (found.isEmpty()) {
                violations.add(refusal.getName() + " has no example; give one to the check");
            }
            found.forEach(each -> needed.add(text.apply(each)));
        }
        Map<String, TextFiles> bundles = new LinkedHashMap<>();
        needed.forEach(each -> bundles.computeIfAbsent(each.bundle(), TextFiles::new).require(each));
        bundles.values().forEach(each -> violations.addAll(each.violations()));
        if (refusals.isEmpty()) {
            violations.add("there is no " + type.getSimpleName() + " to check");
        }
        if (!violations.isEmpty()) {
            throw new AssertionError(String.join("\n", violations));
        }
    }

    private List<R> examplesOf(Class<?> refusal) {
        List<R> given = examples.stream().filter(refusal::isInstance).toList();
        return given.isEmpty()
                ? ExampleRecords.of(refusal).orElse(List.of()).stream().map(type::cast).toList()
                : given;
    }
}
