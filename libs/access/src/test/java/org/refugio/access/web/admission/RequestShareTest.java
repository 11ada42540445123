package org.refugio.access.web.admission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class RequestShareTest {

    @ParameterizedTest
    @CsvSource({"GET, , 0, READ", "HEAD, , 0, READ", "POST, , 0, COMMAND", "POST, application/json, 200, COMMAND",
            "POST, image/jpeg, 40000, COMMAND", "POST, image/jpeg, 5000000, TRANSFER", "DELETE, , 0, COMMAND"})
    void theShareFollowsFromTheMethodAndTheBody(String method, String type, int length, RequestShare share) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/v1/cases");
        request.setContentType(type);
        request.setContent(new byte[length]);
        assertThat(RequestShare.of(request)).isEqualTo(share);
    }

    @Test
    void aFileOfUnknownLengthIsATransferAndJsonIsNot() {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/v1/cases");
        request.addHeader("Transfer-Encoding", "chunked");
        request.setContentType("image/jpeg");
        assertThat(RequestShare.of(request)).isEqualTo(RequestShare.TRANSFER);
        request.setContentType("application/json");
        assertThat(RequestShare.of(request)).isEqualTo(RequestShare.COMMAND);
    }

    @ParameterizedTest
    @CsvSource({"/v1/cases, true", "/v1/applicant/appointment, true", "/v1/operations/parked, false",
            "/v1/audit/verification, false", "/v1/internal/standing, false", "/actuator/health, false",
            "/assets/style.css, false"})
    void whatOperatorsAndOtherServicesUseIsNotLimited(String path, boolean limited) {
        assertThat(AdmissionFilter.isLimited(path)).isEqualTo(limited);
    }
}
