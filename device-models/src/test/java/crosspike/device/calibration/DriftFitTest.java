package crosspike.device.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.device.measured.Kind;
import crosspike.device.measured.Measurement;
import crosspike.device.measured.Measurement.Row;
import crosspike.device.nonideality.Drift;
import crosspike.device.nonideality.StateDrift;
import crosspike.input.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Drift that went into synthetic retention data comes out again. */
class DriftFitTest {
    private static final int TRIALS = 200;
    private static final double CONFIDENCE = 0.95;
    private static final double NOISE = 0.01;

    @Test
    void exponentAndSpreadAreInTheirIntervalsInNineOfTenTrials() {
        int exponents = 0;
        int spreads = 0;
        for (int seed = 0; seed < TRIALS; seed++) {
            DriftFit fit = DriftFit.of(drifting(seed, 12, logG -> 0.05, 0.01), CONFIDENCE);
            exponents += fit.exponent().holds(0.05) ? 1 : 0;
            spreads += fit.sigma().holds(0.01) ? 1 : 0;
        }
        assertTrue(exponents >= 0.9 * TRIALS, exponents + " exponents");
        assertTrue(spreads >= 0.9 * TRIALS, spreads + " spreads");
    }

    @Test
    void dependenceOnTheStateIsInItsIntervalsInNineOfTenTrials() {
        int slopes = 0;
        int offsets = 0;
        for (int seed = 0; seed < TRIALS; seed++) {
            DriftFit fit = DriftFit.of(drifting(seed, 16, logG -> 0.03 - 0.015 * logG, 0.004), CONFIDENCE);
            DriftFit.StateLaw law = fit.state().orElseThrow();
            slopes += law.slope().holds(-0.015) ? 1 : 0;
            offsets += law.offset().holds(0.03) ? 1 : 0;
        }
        assertTrue(slopes >= 0.9 * TRIALS, slopes + " slopes");
        assertTrue(offsets >= 0.9 * TRIALS, offsets + " offsets");
    }

    @Test
    void theLayerIsTheOneOfTheLaw() {
        Drift drift = assertInstanceOf(
                Drift.class,
                DriftFit.of(drifting(1, 12, logG -> 0.05, 0.01), CONFIDENCE).layer());
        assertEquals(1, drift.startSeconds());
        StateDrift stateDrift = assertInstanceOf(
                StateDrift.class,
                DriftFit.of(drifting(1, 16, logG -> 0.03 - 0.015 * logG, 0.004), CONFIDENCE)
                        .layer());
        assertEquals(-0.015, stateDrift.exponent().slope(), 0.003);
    }

    @Test
    void aPowerLawIsNotSaidToBendAndAStretchedExponentialIs() {
        assertEquals(
                List.of(),
                DriftFit.of(drifting(2, 12, logG -> 0.05, 0.01), CONFIDENCE).remarks());
        List<Row> rows = new ArrayList<>();
        for (int level = 1; level <= 4; level++) {
            for (double t = 1; t <= 1e5; t *= 10) {
                rows.add(row(rows, "a", level, t, 1e-6 * level * (0.2 + 0.8 * Math.exp(-Math.sqrt(t / 1e4)))));
            }
        }
        List<String> remarks = DriftFit.of(measurement(rows), CONFIDENCE).remarks();
        assertEquals(1, remarks.size(), remarks.toString());
        assertTrue(remarks.get(0).startsWith("check \"power law\": the loss speeds up"), remarks.get(0));
    }

    @Test
    void twoCellsHaveNoIntervals() {
        DriftFit fit = DriftFit.of(drifting(3, 2, logG -> 0.05, 0.01), CONFIDENCE);
        assertTrue(Double.isNaN(fit.exponent().low()));
        assertEquals(
                List.of("fewer than three devices or levels: no confidence intervals; measure more of them"),
                fit.remarks());
    }

    @Test
    void readsThatHaveNoLogarithmAreCounted() {
        List<Row> rows = new ArrayList<>(drifting(3, 3, logG -> 0.05, 0.01).rows());
        DriftFit without = DriftFit.of(measurement(rows), CONFIDENCE);
        rows.add(row(rows, "device 0", 1, 0, 20e-6));
        rows.add(row(rows, "device 0", 1, Double.NaN, 20e-6));
        rows.add(row(rows, "device 0", 1, 1e6, -1e-9));
        DriftFit with = DriftFit.of(measurement(rows), CONFIDENCE);
        assertEquals(
                List.of("reads without a time after 0 s, or of no conductance above 0 S, are left out: 3"),
                with.remarks());
        assertEquals(without.exponent(), with.exponent());
    }

    @Test
    void whatCannotBeFittedIsRefused() {
        List<Row> rising = new ArrayList<>();
        List<Row> few = new ArrayList<>();
        for (double t : new double[] {1, 10, 100}) {
            rising.add(row(rising, "a", 1, t, 1e-6 * Math.pow(t, 0.1)));
            few.add(row(few, "a", 1, t == 100 ? 0 : t, 1e-6));
        }
        assertRefused(rising, "retention.csv: conductances rise with time, exponent -0.100; expected a drift exponent");
        assertRefused(few, "retention.csv: check \"enough reads\" failed: no device and level has 3 reads above 0 S");
        Measurement trains = new Measurement("trains.csv", Kind.PULSE_TRAIN, List.of());
        assertTrue(assertThrows(UserError.class, () -> DriftFit.of(trains, CONFIDENCE))
                .getMessage()
                .contains("expected retention data"));
    }

    private static void assertRefused(List<Row> rows, String message) {
        UserError error = assertThrows(UserError.class, () -> DriftFit.of(measurement(rows), CONFIDENCE));
        assertTrue(error.getMessage().startsWith(message), error.getMessage());
    }

    /** Cells at conductances from 20 uS downwards, each read at eleven times; G/Gmax as its natural logarithm. */
    private static Measurement drifting(long seed, int cells, DoubleUnaryOperator exponent, double spread) {
        Random random = new Random(seed);
        List<Row> rows = new ArrayList<>();
        for (int cell = 0; cell < cells; cell++) {
            double logG = -2.5 * cell / cells;
            double nu = exponent.applyAsDouble(logG) + spread * random.nextGaussian();
            for (double logT = 0; logT <= 5; logT += 0.5) {
                double t = Math.pow(10, logT);
                double siemens = 20e-6 * Math.exp(logG) * Math.pow(t, -nu) * (1 + NOISE * random.nextGaussian());
                rows.add(row(rows, "device " + cell, 1, t, siemens));
            }
        }
        return measurement(rows);
    }

    private static Row row(List<Row> before, String device, int level, double seconds, double siemens) {
        return new Row(
                before.size() + 2,
                List.of(device, String.valueOf(level), String.valueOf(seconds), String.valueOf(siemens), ""));
    }

    private static Measurement measurement(List<Row> rows) {
        return new Measurement("retention.csv", Kind.RETENTION, rows);
    }
}
