package org.refugio.notification.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CarrierRejectionsTest {

    private static final List<String> ORDER = List.of("first", "second");

    @Test
    void withoutARejectionTheFirstIsNext() {
        assertThat(CarrierRejections.NONE.candidates(ORDER)).containsExactly("first", "second");
    }

    @Test
    void afterATemporaryRejectionAnotherIsNextAndTheFirstStaysPossible() {
        CarrierRejections once = CarrierRejections.NONE.with("first", true);
        assertThat(once.candidates(ORDER)).containsExactly("second", "first");
        assertThat(once.with("second", true).candidates(ORDER)).containsExactly("first", "second");
        assertThat(once.with("second", true).with("first", true).candidates(ORDER))
                .containsExactly("second", "first");
    }

    @Test
    void aCarrierThatRejectedForGoodIsNotCalledAgain() {
        CarrierRejections refused = CarrierRejections.NONE.with("first", true).with("first", false);
        assertThat(refused.candidates(ORDER)).containsExactly("second");
        assertThat(refused.with("second", true).candidates(ORDER)).containsExactly("second");
        assertThat(refused.with("second", false).candidates(ORDER)).isEmpty();
    }

    @Test
    void aCarrierThatIsNoLongerInTheOrderIsNotCalled() {
        assertThat(CarrierRejections.NONE.with("removed", true).candidates(ORDER)).containsExactly("first", "second");
    }
}
