package org.refugio.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.refugio.bench.ResultRow;

/** A few events only, to test the measuring code. */
class PipelineRatioIT {

    @Test
    void bothSidesGiveEveryEventItsEffect() throws Exception {
        List<ResultRow> rows = new ArrayList<>();
        new PipelineRatio(40, 1).measure(what -> {
        }, rows::add);
        assertThat(rows).hasSize(5).allSatisfy(
                row -> assertThat(row.figures().values()).allSatisfy(
                        figure -> assertThat(((Number) figure).doubleValue()).isPositive()));
    }
}
