package crosspike.device.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.device.Nonlinearity;
import crosspike.device.calibration.SyntheticTrains.Truth;
import crosspike.device.measured.Kind;
import crosspike.device.measured.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Which trains are taken for those of cells that stop at the ends of their range; that the fit is right is in {@link RoundTripTest}. */
class StoppedCellsTest {
    private static final Truth NOISY = truth(0.01, 0);

    private static Truth truth(double pulseSigma, double readSigma) {
        double u = 1 / Nonlinearity.shape(2);
        return new Truth(CurveModel.EXPONENTIAL, new double[] {0.1, 0.9, u, -u}, pulseSigma, readSigma);
    }

    @Test
    void readsPileUpAtTheEnds() {
        Measurement data =
                new SyntheticTrains(1).stoppingDevice("a", NOISY, 5, 50).measurement();
        DeviceFit fit = DeviceFit.of(data, FitOptions.standard());
        assertEquals(FitModel.EXPONENTIAL, fit.model());
        assertEquals(SyntheticTrains.LOW + 18e-6 * 0.1, fit.minSiemens().value(), 1e-12);
        assertEquals(0, fit.readSigma());
        assertTrue(
                fit.remarks().get(0).matches("the cells stop at the ends of their range, where \\d+ reads are: .*"),
                fit.remarks().toString());
    }

    /** Where every train is made to begin says nothing about where cells stop. */
    @Test
    void readsBeforeTheFirstPulseDoNotCount() {
        Measurement free =
                new SyntheticTrains(2).device("a", truth(0.0005, 0), 8, 30).measurement();
        List<Measurement.Row> rows = new ArrayList<>();
        for (Measurement.Row row : free.rows()) {
            if (row.cells().get(3).equals("1")) {
                boolean isPotentiation = row.cells().get(2).equals("LTP");
                rows.add(with(row, "0", isPotentiation ? 3.5e-6 : 18.5e-6)); // beyond all others
            }
            rows.add(row);
        }
        assertTrue(StoppedCells.of(normalised(rows)).isEmpty());
    }

    @Test
    void freeCellsCoarseReadsAndTrainsThatRepeatDoNotPileUp() {
        assertTrue(StoppedCells.of(normalised(new SyntheticTrains(3).device("a", NOISY, 8, 50)))
                .isEmpty());
        assertTrue(StoppedCells.of(normalised(new SyntheticTrains(4).stoppingDevice("a", truth(0.01, 0.005), 8, 50)))
                .isEmpty());
        assertTrue(StoppedCells.of(normalised(new SyntheticTrains(5).device("a", truth(0, 0), 8, 50)))
                .isEmpty());
        List<Measurement.Row> coarse = new SyntheticTrains(6)
                .stoppingDevice("a", NOISY, 8, 50).measurement().rows().stream()
                        .map(row -> with(row, row.cells().get(3), Math.rint(value(row) * 1e7) / 1e7))
                        .toList();
        assertTrue(StoppedCells.of(normalised(coarse)).isEmpty());
    }

    private static double value(Measurement.Row row) {
        return Double.parseDouble(row.cells().get(7));
    }

    private static Measurement.Row with(Measurement.Row row, String pulse, double siemens) {
        List<String> cells = new ArrayList<>(row.cells());
        cells.set(3, pulse);
        cells.set(7, String.format(Locale.ROOT, "%.4e", siemens));
        return new Measurement.Row(row.line(), cells);
    }

    private static Normalised normalised(SyntheticTrains trains) {
        return Normalised.of(PulseTrace.of(trains.measurement()));
    }

    private static Normalised normalised(List<Measurement.Row> rows) {
        return Normalised.of(PulseTrace.of(new Measurement("synthetic", Kind.PULSE_TRAIN, rows)));
    }
}
