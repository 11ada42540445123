package org.refugio.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.access.Unconditional;
import org.refugio.access.capability.RequiresCapability;
import org.refugio.access.service.ServiceOnly;
import org.refugio.access.web.security.RouteTable;
import org.refugio.messaging.command.EntityTag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class RouteTableTest {

    private static RequestMappingHandlerMapping routesOf(Class<?> controller) {
        StaticWebApplicationContext context = new StaticWebApplicationContext();
        context.registerSingleton("controller", controller);
        RequestMappingHandlerMapping mapping = new RequestMappingHandlerMapping() {

            @Override
            protected boolean isHandler(Class<?> type) {
                return true; // the fixtures are not components, because the component scan of another test would find them
            }
        };
        mapping.setApplicationContext(context);
        mapping.afterPropertiesSet();
        return mapping;
    }

    static class Good {

        @GetMapping("/v1/cases/{id}")
        @RequiresPermission(Permission.READ_CASE)
        void read() {
        }

        @PostMapping("/v1/cases/{id}/contact")
        @RequiresPermission(Permission.CHANGE_CONTACT)
        void change(EntityTag seen) {
        }

        @PostMapping("/v1/cases/{id}/uploads")
        @RequiresPermission(Permission.UPLOAD_DOCUMENT)
        @Unconditional("adds a file and takes none away")
        void upload() {
        }

        @GetMapping("/v1/applicant/appointment")
        @RequiresCapability
        void appointment() {
        }

        @PostMapping("/v1/internal/validity")
        @ServiceOnly
        void validity() {
        }
    }

    @Test
    void containsEveryRouteWithItsRule() {
        assertThat(RouteTable.verify(routesOf(Good.class)).stream().map(row -> row.route() + " -> " + row.rule()))
                .containsExactly("GET /v1/applicant/appointment -> capability", "GET /v1/cases/{id} -> READ_CASE",
                        "POST /v1/cases/{id}/contact -> CHANGE_CONTACT",
                        "POST /v1/cases/{id}/uploads -> UPLOAD_DOCUMENT", "POST /v1/internal/validity -> service");
    }

    static class WithoutARule {

        @GetMapping("/v1/bad")
        void bad() {
        }
    }

    static class WithTwoRules {

        @GetMapping("/v1/bad")
        @RequiresPermission(Permission.READ_CASE)
        @ServiceOnly
        void bad() {
        }
    }

    static class CapabilityAmongStaffRoutes {

        @GetMapping("/v1/bad")
        @RequiresCapability
        void bad() {
        }
    }

    static class StaffAmongInternalRoutes {

        @GetMapping("/v1/internal/bad")
        @RequiresPermission(Permission.READ_CASE)
        void bad() {
        }
    }

    static class OutsideOfEverything {

        @GetMapping("/bad")
        @RequiresPermission(Permission.READ_CASE)
        void bad() {
        }
    }

    static class CommandThatDoesNotAskWhatWasSeen {

        @PostMapping("/v1/bad/{id}/close")
        @RequiresPermission(Permission.CHANGE_CONTACT)
        void bad() {
        }
    }

    static class CommandWithoutAReason {

        @PostMapping("/v1/bad/{id}/close")
        @RequiresPermission(Permission.CHANGE_CONTACT)
        @Unconditional(" ")
        void bad() {
        }
    }

    static class CommandThatAsksAndIsUnconditional {

        @PostMapping("/v1/bad/{id}/close")
        @RequiresPermission(Permission.CHANGE_CONTACT)
        @Unconditional("for some reason")
        void bad(EntityTag seen) {
        }
    }

    static class ApplicantsCommandThatDoesNotAskWhatWasSeen {

        @PostMapping("/v1/applicant/bad")
        @RequiresCapability
        void bad() {
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {CommandThatDoesNotAskWhatWasSeen.class, CommandWithoutAReason.class,
            CommandThatAsksAndIsUnconditional.class, ApplicantsCommandThatDoesNotAskWhatWasSeen.class})
    void failsOnACommandOnSomethingThatExistsWhichDoesNotAskWhatItsSenderSaw(Class<?> controller) {
        RequestMappingHandlerMapping routes = routesOf(controller);
        assertThatThrownBy(() -> RouteTable.verify(routes)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("bad").hasMessageContaining("EntityTag");
    }

    @ParameterizedTest
    @ValueSource(classes = {WithoutARule.class, WithTwoRules.class, CapabilityAmongStaffRoutes.class,
            StaffAmongInternalRoutes.class, OutsideOfEverything.class})
    void failsOnARouteWithoutAMatchingRule(Class<?> controller) {
        RequestMappingHandlerMapping routes = routesOf(controller);
        assertThatThrownBy(() -> RouteTable.verify(routes)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("bad");
    }
}
