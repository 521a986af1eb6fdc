package crosspike.wire;

import crosspike.input.UserError;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The nodal equations of a crossbar with linear devices, solved for the voltages x of the bit-line nodes only. The word
 * lines are eliminated exactly: S·x = b with S = Tb − G·Tw⁻¹·G, where Tw and Tb are the ladders of the word and bit lines
 * and G the devices. S is symmetric and positive definite; conjugate gradients preconditioned with Tb solve it. Since
 * S·p = Tb·p − G·Tw⁻¹·G·p and Tb·p follows its own recurrence, Tb is never multiplied, and segments of 0 ohm are allowed.
 *
 * <p>Not thread-safe. The bits of a solution do not depend on the number of threads.
 */
public final class LinearNetwork {
    /** Cells from which a second thread pays. */
    private static final int CELLS_FOR_TWO_THREADS = 1 << 16;

    /** Small arrays may take more steps than 10·(rows + columns) where wires are worse than devices. */
    private static final int LEAST_CAP = 2000;

    private final Band upper;
    private final Band lower;
    private final WordLines words;
    private final Sources sources;
    private final double[][] x;
    private final double[] inversePivots;
    private final int mostIterations;
    private final boolean usesTwoThreads;
    private final Phase residual = band -> band.residual(this.alpha);
    private final Phase direction = band -> band.direction(this.alpha, this.beta);
    private final Phase sweepStart = band -> band.sweep().start(sources());
    private final Phase sweepInwards = band -> band.sweep().inwards();
    private final Phase sweepOutwards = band -> band.sweep().outwards(sources());
    private final Phase sweepEnd = band -> band.sweep().end(sources());
    private final Runnable upperWork = this::workOnUpper;
    private final Runnable lowerWork = this::workOnLower;
    private final double[] middleEnergies;
    private Partner partner;
    private Phase phase;
    private double upperResult;
    private double lowerResult;
    private double alpha;
    private double beta;
    private double reference;
    private boolean isSound = true;
    private boolean areWordsStale;

    /** A part of the work, done for each half of the rows; the results are added. */
    private interface Phase {
        double run(Band band);
    }

    /**
     * @param siemens conductances of the devices, {@code [rows][columns]}; not copied: after a change call
     *     {@link #factor}
     * @param threads 1, or more for two threads where the array is large enough
     */
    public LinearNetwork(Wires wires, double[][] siemens, int threads) {
        int rows = wires.rows();
        int columns = wires.columns();
        if (siemens.length != rows || siemens[0].length != columns) {
            throw new UserError("devices are " + siemens.length + " x " + siemens[0].length + "; expected " + rows
                    + " x " + columns + " as the wires");
        }
        double[][] bitOhms = Ladder.solvable(wires.bitSegmentOhms());
        int middle = rows / 2;
        this.words = new WordLines(wires);
        this.sources = new Sources(wires, words);
        this.x = new double[rows][columns];
        this.upper = new Band(0, 1, middle, siemens, x, bitOhms, words, false);
        this.lower = new Band(rows - 1, -1, rows - middle, siemens, x, bitOhms, words, true);
        this.inversePivots = new double[columns];
        this.middleEnergies = new double[columns];
        this.mostIterations = Math.max(LEAST_CAP, 10 * (rows + columns));
        this.usesTwoThreads = threads > 1 && (long) rows * columns >= CELLS_FOR_TWO_THREADS;
        factor();
    }

    /** Takes the conductances as they are now. */
    public void factor() {
        for (int i = 0; i < x.length; i++) {
            words.changed(i, 0);
        }
        factorWords();
        factorBits(0, inversePivots.length);
    }

    /** Takes the conductances of one column as they are now; gives the bits of {@link #factor()}. */
    public void factorColumn(int column) {
        for (int i = 0; i < x.length; i++) {
            words.changed(i, column);
        }
        areWordsStale = true;
        factorBits(column, column + 1);
    }

    /** Disconnects the drivers of all rows at 0 V, and connects those of the others. */
    void disconnectSilent(double[] rowVolts) {
        for (int i = 0; i < x.length; i++) {
            words.setFloating(i, rowVolts[i] == 0);
        }
        areWordsStale = true;
    }

    private void factorWords() {
        each(Band::factorWords);
        areWordsStale = false;
    }

    private void factorBits(int from, int to) {
        double[] top = sources.topSiemens();
        double[] bottom = sources.bottomSiemens();
        double[] fromUpper = upper.carry();
        double[] fromLower = lower.carry();
        upper.factorBits(top, null, fromUpper, from, to);
        lower.factorBits(bottom, upper.count() == 0 ? top : null, fromLower, from, to);
        for (int j = from; j < to; j++) {
            inversePivots[j] = Ladder.inverse(fromLower[j] + fromUpper[j]);
        }
    }

    /**
     * Solves for the voltages of all nodes.
     *
     * @param deviceAmps current sources from word to bit line beside each device, in A; null for none. Not modified.
     * @param isWarm whether to start from the last solution, which helps if little has changed since
     * @param tolerance bound of {@link Convergence#error}; 1e-11 leaves less than 1e-9 in the column currents
     * @throws NotConverged after 10·(rows + columns) steps but at least 2000, or if the numbers leave the range of double
     */
    public Convergence solve(Drive drive, double[][] deviceAmps, boolean isWarm, double tolerance) {
        sources.set(drive, deviceAmps);
        if (!isSound) {
            upper.clear();
            lower.clear();
        }
        isSound = false;
        try (Partner helper = usesTwoThreads ? Partner.start() : null) {
            partner = helper;
            if (areWordsStale) {
                factorWords();
            }
            double energy = start(isWarm);
            Convergence convergence = iterate(energy, tolerance);
            isSound = true;
            return convergence;
        } finally {
            partner = null;
        }
    }

    /**
     * Reads with the bit lines at 0 V by solving word and bit lines in turns, for wires that are good beside the devices
     * ({@link Coupling} says how many turns). Leaves no voltages behind.
     *
     * @param drive rows with the same voltage at both ends
     * @param columnAmps overwritten: current out of each column, in A
     * @return what the drivers deliver, in W
     */
    double sweep(Drive drive, int turns, double[] columnAmps) {
        sources.set(drive, null);
        try (Partner helper = usesTwoThreads ? Partner.start() : null) {
            partner = helper;
            if (areWordsStale) {
                factorWords();
            }
            double watts = both(sweepStart);
            for (int turn = 1; turn < turns; turn++) {
                both(sweepInwards);
                meet(upper.innermostFactors(), upper.innermostCurrents(), lower.innermostCurrents());
                watts = both(sweepOutwards);
            }
            both(sweepInwards);
            meet(upper.innermostFactors(), upper.innermostCurrents(), lower.innermostCurrents());
            watts -= both(sweepEnd);
            for (int j = 0; j < columnAmps.length; j++) {
                columnAmps[j] =
                        sources.topSiemens()[j] * upper.carry()[j] + sources.bottomSiemens()[j] * lower.carry()[j];
            }
            return watts;
        } finally {
            partner = null;
        }
    }

    private Sources sources() {
        return sources;
    }

    private void workOnUpper() {
        upperResult = phase.run(upper);
    }

    private void workOnLower() {
        lowerResult = phase.run(lower);
    }

    private double both(Phase work) {
        phase = work;
        if (partner == null) {
            upperWork.run();
            lowerWork.run();
        } else {
            partner.run(upperWork, lowerWork);
        }
        return upperResult + lowerResult;
    }

    private void each(Consumer<Band> work) {
        both(band -> {
            work.accept(band);
            return 0;
        });
    }

    private double start(boolean isWarm) {
        alpha = 0;
        beta = 0;
        boolean drivesBits = sources.driveBits();
        if (drivesBits) {
            each(band -> band.loadBits(sources));
            residualEnergy();
            each(band -> band.solveIntoDirection());
            each(band -> band.loadWordsAndDirection(sources));
        } else {
            each(band -> band.loadWords(sources));
        }
        reference = residualEnergy();
        if (!isWarm) {
            each(drivesBits ? Band::takeDirection : Band::clearSolution);
            return reference;
        }
        each(band -> band.loadAll(sources));
        residualEnergy();
        each(band -> band.solveIntoSolution());
        each(band -> band.loadDirection());
        return residualEnergy();
    }

    private Convergence iterate(double start, double tolerance) {
        double energy = start;
        double limit = tolerance * tolerance * reference;
        int iterations = 0;
        while (!(energy <= limit)) {
            double curvature = both(direction);
            if (iterations == mostIterations || !(curvature > 0)) {
                throw new NotConverged(String.format(
                        Locale.ROOT,
                        "the wires were not solved: relative residual %.1e after %d iterations; expected %.0e."
                                + " Resistances may differ by too many orders of magnitude",
                        Math.sqrt(energy / reference),
                        iterations,
                        tolerance));
            }
            alpha = energy / curvature;
            double next = residualEnergy();
            beta = next / energy;
            energy = next;
            iterations++;
        }
        each(band -> band.advance(alpha));
        return new Convergence(iterations, reference > 0 ? Math.sqrt(energy / reference) : 0);
    }

    /** The ladders inwards to the middle, where both halves meet; returns r·Tb⁻¹·r. */
    private double residualEnergy() {
        double energy = both(residual);
        return energy + meet(upper.innermostFactors(), upper.innermostCurrents(), lower.innermostCurrents());
    }

    private double meet(double[] factors, double[] fromUpper, double[] fromLower) {
        double[] upperStart = upper.carry();
        double[] lowerStart = lower.carry();
        for (int j = 0; j < inversePivots.length; j++) {
            double amps = fromLower[j] + factors[j] * fromUpper[j];
            double volts = amps * inversePivots[j];
            upperStart[j] = volts;
            lowerStart[j] = volts;
            middleEnergies[j] = amps * volts;
        }
        return Strands.sum(middleEnergies);
    }

    /** Voltages of the bit-line nodes, {@code [rows][columns]}, in V; overwritten by the next solution. */
    public double[][] bitVolts() {
        return x;
    }

    /**
     * Voltages of the nodes of one word line in the last solution.
     *
     * @param siemens conductances of its devices
     * @param volts overwritten, in V
     */
    public void wordVolts(int row, double[] siemens, double[] volts) {
        for (int j = 0; j < volts.length; j++) {
            volts[j] = siemens[j] * x[row][j];
        }
        sources.addToWords(row, volts);
        words.solve(row, volts);
    }

    /**
     * Sums of the device currents g·(w − x) along the lines in the last solution: what flows out of each bit line into its
     * terminals, and out of the terminals of each word line.
     *
     * @param rowSums overwritten, in A; null if not wanted
     * @param columnSums overwritten, in A
     */
    public void sumCurrents(double[] rowSums, double[] columnSums) {
        try (Partner helper = usesTwoThreads ? Partner.start() : null) {
            partner = helper;
            each(band -> band.sumCurrents(sources, rowSums));
        } finally {
            partner = null;
        }
        for (int j = 0; j < columnSums.length; j++) {
            columnSums[j] = upper.columnSums()[j] + lower.columnSums()[j];
        }
    }
}
