package org.refugio.testkit.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.notBeAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What holds in every service and library, whoever changes it. A rule that finds nothing to look at fails too.
 *
 * @param root the package above all modules
 * @param services the modules that are services
 */
public record ArchitectureRules(String root, List<String> services) {

    private static final int MOST_PARAMETERS = 5;

    private static final List<String> EMPTY_NAMES = List.of("Service", "Manager", "Impl", "Util", "Utils", "Helper",
            "Dto", "DTO", "Entity");

    /** Everything but {@link #machineTime}, by name. */
    public Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("services know nothing of each other", servicesAreApart());
        rules.put("features of a service form no cycle", featuresFormNoCycle());
        rules.put("the edges of a feature are its own", edgesAreInternal());
        rules.put("states, decisions and refusals know no store, broker or framework", decisionsArePure());
        rules.put("features know the web and the broker at their edges only", rootsKnowNoEdge());
        rules.put("only libs/messaging touches the broker", only("messaging", "org.apache.kafka..",
                "org.springframework.kafka..", "org.springframework.cloud.stream..",
                "org.springframework.messaging.."));
        rules.put("only libs/privacy seals and opens", onlyPrivacySeals());
        rules.put("no transaction over several documents", noTransactions());
        rules.put("everything comes in by the constructor", constructorInjection());
        rules.put("no more than five come in", fewParameters());
        rules.put("names say what a class is for", names());
        rules.put("every route says what it needs", routesAreGuarded());
        rules.put("nothing is printed past the log", nothingIsPrinted());
        rules.put("no Lombok and no reactive code", noClasses().should().dependOnClassesThat()
                .resideInAnyPackage("lombok..", "reactor..", "io.reactivex..", "org.reactivestreams.."));
        return rules;
    }

    /**
     * The domain's time comes from the domain's clock. The machine's clock is for leases, tokens, ages and the audit trail.
     *
     * @param allowed the names, below the root, of the classes that ask the machine
     */
    public ArchRule machineTime(Set<String> allowed) {
        return noClasses().that().resideInAPackage(root + "..").and().resideOutsideOfPackage(root + ".clock..")
                .and(DescribedPredicate.describe("are not listed as asking the machine",
                        each -> !allowed.contains(
                                outermost(each).getFullName().substring(root.length() + 1))))
                .should().callMethodWhere(DescribedPredicate.describe("it asks the machine for the time",
                        call -> SystemClockCalls.isAsked(call.getTarget())))
                .as("only those that are listed ask the machine for the time");
    }

    private ArchRule servicesAreApart() {
        return slices().matching(root + ".(*)..").that(DescribedPredicate.describe("are services",
                slice -> services.contains(slice.getNamePart(1)))).should().notDependOnEachOther();
    }

    private ArchRule featuresFormNoCycle() {
        return slices().matching(root + ".(*).(*)..").that(DescribedPredicate.describe("belong to services",
                slice -> services.contains(slice.getNamePart(1)))).should().beFreeOfCycles();
    }

    private ArchRule edgesAreInternal() {
        return classes().that(inServices()).and().resideInAnyPackage("..web..", "..messaging..")
                .should(new UsedByOwnFeatureOnly(root));
    }

    private ArchRule decisionsArePure() {
        return noClasses().that(inServices()).and()
                .resideOutsideOfPackages("..web..", "..messaging..", root + ".console..")
                .and(DescribedPredicate.describe("are records, enums or sealed interfaces",
                        each -> each.isRecord() || each.isEnum() || each.isInterface() && each.getMethods().isEmpty()))
                .and(DescribedPredicate.not(metaAnnotatedWith("org.springframework.stereotype.Component")))
                .and(DescribedPredicate.not(annotatedWith(
                        "org.springframework.boot.context.properties.ConfigurationProperties")))
                .and(DescribedPredicate.describe("are not inside of a component", each -> each.isTopLevelClass()))
                .should().dependOnClassesThat().resideInAnyPackage("com.mongodb..", "org.bson..", "org.apache.kafka..",
                        "org.springframework..", "jakarta.servlet..");
    }

    private ArchRule rootsKnowNoEdge() {
        return noClasses().that(inServices()).and()
                .resideOutsideOfPackages("..web..", "..messaging..", root + ".console..")
                .and(DescribedPredicate.describe("are no edge by their name",
                        each -> List.of("Controller", "Client", "Application", "Beans").stream()
                                .noneMatch(outermost(each).getSimpleName()::endsWith)))
                .should().dependOnClassesThat().resideInAnyPackage("org.springframework.web..",
                        "org.springframework.http..", "jakarta.servlet..", "org.springframework.cloud..",
                        "org.springframework.kafka..", "org.apache.kafka..");
    }

    private ArchRule only(String library, String... packages) {
        return noClasses().that().resideOutsideOfPackages(root + "." + library + "..").should().dependOnClassesThat()
                .resideInAnyPackage(packages);
    }

    private ArchRule onlyPrivacySeals() {
        return noClasses().that().resideOutsideOfPackage(root + ".privacy..").should()
                .dependOnClassesThat(DescribedPredicate.describe("encrypt",
                        each -> each.getFullName().startsWith("javax.crypto.Cipher")
                                || List.of("com.mongodb.client.vault", "com.mongodb.client.model.vault",
                                        "com.mongodb.crypt.capi").contains(each.getPackageName())));
    }

    private ArchRule noTransactions() {
        return noClasses().should().dependOnClassesThat(DescribedPredicate.describe("make transactions",
                each -> each.getFullName().equals("com.mongodb.client.ClientSession")
                        || each.getPackageName().startsWith("org.springframework.transaction")));
    }

    private ArchRule constructorInjection() {
        return fields().should(notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired"))
                .andShould(notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value"))
                .andShould(notBeAnnotatedWith("jakarta.inject.Inject"))
                .andShould(notBeAnnotatedWith("jakarta.annotation.Resource"));
    }

    private ArchRule fewParameters() {
        return constructors().that().areDeclaredInClassesThat(
                metaAnnotatedWith("org.springframework.stereotype.Component"))
                .should(new HaveAtMostParameters(MOST_PARAMETERS));
    }

    private ArchRule names() {
        return classes().that().areTopLevelClasses().should(ArchConditions.be(DescribedPredicate.describe(
                "named for what they do", each -> EMPTY_NAMES.stream().noneMatch(each.getSimpleName()::endsWith))));
    }

    private ArchRule routesAreGuarded() {
        return methods().that(metaAnnotatedWith("org.springframework.web.bind.annotation.RequestMapping")
                .or(annotatedWith("org.springframework.web.bind.annotation.RequestMapping")).forSubtype())
                .should().beAnnotatedWith("org.refugio.access.RequiresPermission");
    }

    private ArchRule nothingIsPrinted() {
        return noClasses().that(inServices().or(resideInAnyPackage(libraries()))).should()
                .accessField(System.class, "out").orShould().accessField(System.class, "err")
                .orShould().callMethod(Throwable.class, "printStackTrace");
    }

    private String[] libraries() {
        return List.of("access", "clock", "contracts", "messaging", "privacy", "procedure").stream()
                .map(each -> root + "." + each + "..").toArray(String[]::new);
    }

    private DescribedPredicate<JavaClass> inServices() {
        return resideInAnyPackage(services.stream().map(each -> root + "." + each + "..").toArray(String[]::new));
    }

    static JavaClass outermost(JavaClass found) {
        return found.getEnclosingClass().map(ArchitectureRules::outermost).orElse(found);
    }
}
