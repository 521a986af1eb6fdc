package crosspike.device.calibration;

import crosspike.input.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The exponential curve of cells that stop at the ends of their range, as simulated ones do. Variation piles their reads up
 * there and bends the mean curve, so that least squares would find other ends and labels than the cells have. Here the ends
 * are where the reads pile up, and a label is what makes the steps from read to read most likely ({@link StepLikelihood}),
 * given that a full train goes through the range.
 *
 * @param data what was fitted
 * @param cells one for each device
 */
record StoppedCells(Normalised data, List<Cell> cells) implements CurveFit {
    private static final int FEWEST_AT_AN_END = 3;

    /** Reads that agree by chance are fewer; where more do, they are coarse or all trains are the same. */
    private static final double MOST_REPEATED = 0.01;

    /** How well an end is known, of the range: to the digits of a file. */
    private static final double END_ERROR = 1e-6;

    private static final double ONE_SIGMA = 0.6827;

    /**
     * One device; of LTD, ways are counted from Gmax.
     *
     * @param low y of Gmin
     * @param high y of Gmax
     */
    record Cell(double low, double high, DirectionFit up, DirectionFit down) {

        private static Optional<Cell> of(Normalised data) {
            double low = (least(data.traces()) - data.lowSiemens()) / data.widthSiemens();
            double high = (most(data.traces()) - data.lowSiemens()) / data.widthSiemens();
            return fit(data, true, y -> (y - low) / (high - low))
                    .flatMap(up -> fit(data, false, y -> (high - y) / (high - low))
                            .map(down -> new Cell(low, high, up, down)));
        }

        private static Optional<DirectionFit> fit(Normalised data, boolean isPotentiation, DoubleUnaryOperator way) {
            return DirectionFit.ofFullTrains(
                    DirectedSteps.between(data, isPotentiation, way),
                    isPotentiation ? data.potentiationPulses() : data.depressionPulses());
        }

        Estimate[] labels(double confidence) {
            return new Estimate[] {
                up.labelOfFullTrain(confidence),
                down.labelOfFullTrain(confidence).negative()
            };
        }

        double[] described() {
            return new double[] {low, high, up.curve().label(), -down.curve().label()};
        }

        double[] standardErrors() {
            Estimate[] labels = labels(ONE_SIGMA);
            return new double[] {END_ERROR, END_ERROR, labels[0].half(), labels[1].half()};
        }
    }

    /** The fit; empty unless the reads of each device pile up at both ends, and nowhere else. */
    static Optional<StoppedCells> of(Normalised data) {
        List<Cell> cells = new ArrayList<>();
        for (List<PulseTrace> device : data.devices()) {
            Optional<Cell> cell = pilesUp(device) ? Cell.of(data.with(device)) : Optional.empty();
            if (cell.isEmpty()) {
                return Optional.empty();
            }
            cells.add(cell.get());
        }
        return Optional.of(new StoppedCells(data, List.copyOf(cells)));
    }

    private static boolean pilesUp(List<PulseTrace> device) {
        double least = least(device);
        double most = most(device);
        double[] inside = reads(device).filter(g -> g > least && g < most).toArray();
        long different = Arrays.stream(inside).distinct().count();
        return count(device, least) >= FEWEST_AT_AN_END
                && count(device, most) >= FEWEST_AT_AN_END
                && inside.length - different <= 1 + MOST_REPEATED * inside.length;
    }

    /** Reads after pulses: those before the first one may be where each train was made to begin. */
    private static DoubleStream reads(List<PulseTrace> device) {
        return device.stream()
                .flatMapToDouble(trace -> IntStream.range(0, trace.reads())
                        .filter(i -> trace.pulses()[i] > 0)
                        .mapToDouble(i -> trace.siemens()[i]));
    }

    private static long count(List<PulseTrace> device, double siemens) {
        return reads(device).filter(g -> g == siemens).count();
    }

    private static double least(List<PulseTrace> device) {
        return device.stream()
                .flatMapToDouble(trace -> Arrays.stream(trace.siemens()))
                .min()
                .orElseThrow();
    }

    private static double most(List<PulseTrace> device) {
        return device.stream()
                .flatMapToDouble(trace -> Arrays.stream(trace.siemens()))
                .max()
                .orElseThrow();
    }

    /** How many reads are at an end. */
    long readsAtTheEnds() {
        return data.devices().stream()
                .mapToLong(device -> count(device, least(device)) + count(device, most(device)))
                .sum();
    }

    @Override
    public double y(boolean isPotentiation, double x) {
        double[] found = described();
        double[] parameters = {found[0], found[1], PulseShape.curvature(found[2]), PulseShape.curvature(found[3])};
        return CurveModel.EXPONENTIAL.value(parameters, isPotentiation, x);
    }

    @Override
    public double memory(boolean isPotentiation, double from, double to) {
        return cells.stream()
                .mapToDouble(cell -> Math.exp((from - to)
                        * (isPotentiation ? cell.up() : cell.down()).curve().curvature()))
                .average()
                .orElseThrow();
    }

    @Override
    public double numbersFitted() {
        return 4.0 * cells.size();
    }

    @Override
    public double sumOfSquares() {
        return squares(MeanCurve.both(data));
    }

    @Override
    public double[] described() {
        double[] mean = new double[4];
        for (Cell cell : cells) {
            for (int k = 0; k < 4; k++) {
                mean[k] += cell.described()[k] / cells.size();
            }
        }
        return mean;
    }

    /** Of three devices or more by how they differ. */
    @Override
    public double[] standardErrors() {
        int n = cells.size();
        double[] mean = described();
        double[] errors = new double[4];
        for (int k = 0; k < 4; k++) {
            double squares = 0;
            for (Cell cell : cells) {
                double off = n < 3 ? cell.standardErrors()[k] : cell.described()[k] - mean[k];
                squares += off * off;
            }
            errors[k] = Math.sqrt(squares / n / Math.max(1, n < 3 ? n : n - 1));
        }
        return errors;
    }

    @Override
    public double degrees() {
        if (data.clusters().size() < 3) {
            return Double.NaN;
        }
        return cells.size() >= 3 ? cells.size() - 1 : uncutSteps();
    }

    @Override
    public Estimate[] estimates(double confidence) {
        Estimate[] estimates = CurveFit.super.estimates(confidence);
        if (cells.size() == 1 && !Double.isNaN(degrees())) {
            System.arraycopy(cells.get(0).labels(confidence), 0, estimates, 2, 2);
        }
        return estimates;
    }

    /** The variation that makes the steps most likely; what is read twice the same has no noise of reads. */
    CycleToCycle cycleToCycle(double confidence) {
        double squares = 0;
        for (Cell cell : cells) {
            for (DirectionFit fit : List.of(cell.up(), cell.down())) {
                squares += fit.data().uncut().size() * fit.sigma() * fit.sigma();
            }
        }
        int steps = uncutSteps();
        double sigma = Math.sqrt(squares / steps);
        Estimate within = Estimate.within(sigma, sigma / Math.sqrt(2.0 * steps), confidence);
        return new CycleToCycle(Double.isNaN(degrees()) ? new Estimate(sigma, Double.NaN, Double.NaN) : within, 0);
    }

    private int uncutSteps() {
        return cells.stream()
                .mapToInt(cell -> cell.up().data().uncut().size()
                        + cell.down().data().uncut().size())
                .sum();
    }

    /** @throws UserError if reads do not pile up at the ends of these */
    @Override
    public CurveFit refitted(Normalised others) {
        return others.traces().equals(data.traces())
                ? this
                : of(others).orElseThrow(() -> new UserError("too few reads at the ends of the range"));
    }
}
