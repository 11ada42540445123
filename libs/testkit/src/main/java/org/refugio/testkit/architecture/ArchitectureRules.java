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
 * The architecture rules of all services and libraries. A rule that matches no class fails, too.
 *
 * @param root the parent package of all modules
 * @param services the names of the services
 */
public record ArchitectureRules(String root, List<String> services) {

    private static final int MAX_PARAMETERS = 5;
    private static final int MAX_TYPES_PER_PACKAGE = 15;

    private static final List<String> EMPTY_SUFFIXES = List.of("Service", "Manager", "Impl", "Util", "Utils", "Helper",
            "Dto", "DTO", "Entity");

    /** All rules except {@link #systemTime}, by name. */
    public Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("services do not depend on each other", independentServices());
        rules.put("the features of a service have no cyclic dependencies", acyclicFeatures());
        rules.put("web and messaging packages are used by their own feature only", internalAdapters());
        rules.put("states, decisions and refusals depend on no store, broker or framework", pureDecisions());
        rules.put("only web and messaging packages of a feature depend on the web and the broker", adaptersOnly());
        rules.put("only libs/messaging depends on the broker", only("messaging", "org.apache.kafka..",
                "org.springframework.kafka..", "org.springframework.cloud.stream..",
                "org.springframework.messaging.."));
        rules.put("only libs/privacy encrypts and decrypts", onlyPrivacyEncrypts());
        rules.put("no multi-document transactions", noTransactions());
        rules.put("dependencies are injected by constructor", constructorInjection());
        rules.put("components have at most five constructor parameters", fewParameters());
        rules.put("packages have at most 15 types", smallPackages());
        rules.put("class names have no empty suffix", meaningfulNames());
        rules.put("every route has a rule", routesHaveRules());
        rules.put("nothing is printed to the console", nothingIsPrinted());
        rules.put("no Lombok and no reactive code", noClasses().should().dependOnClassesThat()
                .resideInAnyPackage("lombok..", "reactor..", "io.reactivex..", "org.reactivestreams.."));
        return rules;
    }

    /**
     * The domain's time comes from the domain clock. The system clock is for leases, tokens, ages and the audit trail.
     *
     * @param allowed the names of the classes that may read the system clock, relative to the root package
     */
    public ArchRule systemTime(Set<String> allowed) {
        return noClasses().that().resideInAPackage(root + "..").and().resideOutsideOfPackage(root + ".clock..")
                .and(DescribedPredicate.describe("may not read the system clock",
                        each -> !allowed.contains(
                                outermost(each).getFullName().substring(root.length() + 1))))
                .should().callMethodWhere(DescribedPredicate.describe("it reads the system clock",
                        call -> SystemClockCalls.contains(call.getTarget())))
                .as("only listed classes read the system clock");
    }

    private ArchRule independentServices() {
        return slices().matching(root + ".(*)..").that(DescribedPredicate.describe("are services",
                slice -> services.contains(slice.getNamePart(1)))).should().notDependOnEachOther();
    }

    private ArchRule acyclicFeatures() {
        return slices().matching(root + ".(*).(*)..").that(DescribedPredicate.describe("belong to services",
                slice -> services.contains(slice.getNamePart(1)))).should().beFreeOfCycles();
    }

    private ArchRule internalAdapters() {
        return classes().that(inServices()).and().resideInAnyPackage("..web..", "..messaging..")
                .should(new UsedByOwnFeatureOnly(root));
    }

    private ArchRule pureDecisions() {
        return noClasses().that(inServices()).and()
                .resideOutsideOfPackages("..web..", "..messaging..", root + ".console..")
                .and(DescribedPredicate.describe("are records, enums or sealed interfaces",
                        each -> each.isRecord() || each.isEnum() || each.isInterface() && each.getMethods().isEmpty()))
                .and(DescribedPredicate.not(metaAnnotatedWith("org.springframework.stereotype.Component")))
                .and(DescribedPredicate.not(annotatedWith(
                        "org.springframework.boot.context.properties.ConfigurationProperties")))
                .and(DescribedPredicate.describe("are not nested in a component", each -> each.isTopLevelClass()))
                .should().dependOnClassesThat().resideInAnyPackage("com.mongodb..", "org.bson..", "org.apache.kafka..",
                        "org.springframework..", "jakarta.servlet..");
    }

    private ArchRule adaptersOnly() {
        return noClasses().that(inServices()).and()
                .resideOutsideOfPackages("..web..", "..messaging..", root + ".console..")
                .and(DescribedPredicate.describe("are not an adapter by their name",
                        each -> List.of("Controller", "Client", "Carrier", "Application", "Beans").stream()
                                .noneMatch(outermost(each).getSimpleName()::endsWith)))
                .should().dependOnClassesThat().resideInAnyPackage("org.springframework.web..",
                        "org.springframework.http..", "jakarta.servlet..", "org.springframework.cloud..",
                        "org.springframework.kafka..", "org.apache.kafka..");
    }

    private ArchRule only(String library, String... packages) {
        return noClasses().that().resideOutsideOfPackages(root + "." + library + "..").should().dependOnClassesThat()
                .resideInAnyPackage(packages);
    }

    private ArchRule onlyPrivacyEncrypts() {
        return noClasses().that().resideOutsideOfPackage(root + ".privacy..").should()
                .dependOnClassesThat(DescribedPredicate.describe("encrypt",
                        each -> each.getFullName().startsWith("javax.crypto.Cipher")
                                || List.of("com.mongodb.client.vault", "com.mongodb.client.model.vault",
                                        "com.mongodb.crypt.capi").contains(each.getPackageName())));
    }

    private ArchRule noTransactions() {
        return noClasses().should().dependOnClassesThat(DescribedPredicate.describe("are for transactions",
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
                .should(new HaveAtMostParameters(MAX_PARAMETERS));
    }

    private ArchRule smallPackages() {
        return classes().that().areTopLevelClasses().should(new BeInSmallPackages(MAX_TYPES_PER_PACKAGE));
    }

    private ArchRule meaningfulNames() {
        return classes().that().areTopLevelClasses().should(ArchConditions.be(DescribedPredicate.describe(
                "named without an empty suffix",
                each -> EMPTY_SUFFIXES.stream().noneMatch(each.getSimpleName()::endsWith))));
    }

    private ArchRule routesHaveRules() {
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
        return List.of("access", "addresses", "clock", "contracts", "messaging", "privacy", "procedure").stream()
                .map(each -> root + "." + each + "..").toArray(String[]::new);
    }

    private DescribedPredicate<JavaClass> inServices() {
        return resideInAnyPackage(services.stream().map(each -> root + "." + each + "..").toArray(String[]::new));
    }

    static JavaClass outermost(JavaClass found) {
        return found.getEnclosingClass().map(ArchitectureRules::outermost).orElse(found);
    }
}
