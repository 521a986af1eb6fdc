package crosspike.circuit.subarray;

/**
 * Currents and energies of the cells themselves. Sections 6 and 8 of {@code docs/circuit-model.md}: each cell lies in series
 * with its own wires and access transistor; other cells do not disturb it. For a network of wires see
 * {@code crosspike.wire}.
 */
public record ArrayElectrics(SubArray subArray) {

    /** NeuroSim's fixed duration of a read in its energy sums, in s. */
    private static final double FIXED_PULSE_SECONDS = 5e-9;

    private SubArrayDesign design() {
        return subArray.design();
    }

    private Cell cell() {
        return subArray.design().cell();
    }

    /** Current in A of a cell without wires. */
    public double cellAmperes(double siemens) {
        return design().readVolts() / (1 / siemens + cell().seriesOhms());
    }

    /** Current in A of the cell in a column and row, counted from 0 at the driven corner of the array. */
    public double cellAmperes(int column, int row, double siemens) {
        CellArray array = subArray.array();
        double wireOhms = (column + 1) * array.rowOhmsPerCell() + (design().rows() - row) * array.columnOhmsPerCell();
        return design().readVolts() / (1 / siemens + wireOhms + cell().seriesOhms());
    }

    /** Current in A of a column with all its cells alike and the first {@code activeRows} rows at the read voltage. */
    public double columnAmperes(int column, int activeRows, double siemens) {
        double sum = 0;
        for (int row = 0; row < activeRows; row++) sum += cellAmperes(column, row, siemens);
        return sum;
    }

    /** How long cells conduct in a read, in s. */
    public double conductingSeconds() {
        return subArray.mode().has(Correction.COMPUTED_READ_PULSE) ? subArray.readPulseSeconds() : FIXED_PULSE_SECONDS;
    }

    /** Energy in J of one column and one input bit, lines included. */
    public double columnReadJoules(int activeRows, double columnAmperes) {
        CellArray array = subArray.array();
        boolean once = subArray.mode().has(Correction.LINES_CHARGED_ONCE);
        double volts = design().readVolts();
        double lines = activeRows * array.rowFarads() * volts * volts / (once ? design().readCircuits() : 1);
        if (subArray.hasTransistors()) {
            lines += array.wordLineFarads()
                    * subArray.technology().supplySquared()
                    * design().rows()
                    / (once ? design().columns() : 1);
        }
        return lines + columnAmperes * volts * conductingSeconds();
    }

    /** The curve pulses of one polarity follow. */
    public PulseCurve curve(boolean potentiation) {
        return PulseCurve.of(
                cell(),
                potentiation ? design().potentiation() : design().depression(),
                subArray.mode().has(Correction.EXACT_NONLINEARITY));
    }

    /**
     * Whole pulses for a change of the weight, whose range is −1 to 1; signed like the change.
     */
    public int pulses(double deltaWeight) {
        int levels = (deltaWeight > 0 ? design().potentiation() : design().depression()).levels();
        double nearest = Math.floor(Math.abs(deltaWeight) / 2 * levels + 0.5);
        // NeuroSim divides by the levels, multiplies again and truncates, so that binary rounding may lose a pulse.
        double whole = subArray.mode().has(Correction.EXACT_PULSE_COUNT) ? nearest : nearest / levels * levels;
        return (int) Math.copySign((int) whole, deltaWeight);
    }

    /**
     * Energy in J of one selected cell in a batch: its pulses, and its column charged in both phases.
     *
     * @param pulses signed
     * @param before conductance before in S
     * @param after conductance after in S
     * @param potentiationSeconds length of the potentiation phase of the batch
     * @param depressionSeconds length of its depression phase
     */
    public double cellWriteJoules(
            int pulses, double before, double after, double potentiationSeconds, double depressionSeconds) {
        WritePulse up = design().potentiation();
        WritePulse down = design().depression();
        double upSquared = up.volts() * up.volts();
        double downSquared = down.volts() * down.volts();
        double column = subArray.array().columnFarads();
        return switch (cell().access()) {
            case ONE_TRANSISTOR -> {
                double mean = (before + after) / 2;
                if (pulses > 0) yield pulses * upSquared * (mean * up.seconds() + column);
                if (pulses < 0) yield upSquared * column - pulses * downSquared * (mean * down.seconds() + column);
                yield upSquared * column;
            }
            case FEFET -> {
                double farads = cell().ferroelectricFarads() + column;
                if (pulses > 0) yield (pulses * upSquared + downSquared) * farads;
                yield Math.max(1, -pulses) * downSquared * farads;
            }
            case CROSSPOINT -> {
                double idleUp = upSquared / 4 * (at(before, up.volts() / 2, up) * potentiationSeconds + column);
                double idleDown = downSquared / 4 * (at(after, down.volts() / 2, down) * depressionSeconds + column);
                if (pulses > 0) {
                    double mean = (at(before, up.volts(), up) + at(after, up.volts(), up)) / 2;
                    yield pulses * upSquared * (mean * up.seconds() + column) + idleDown;
                }
                if (pulses < 0) {
                    double mean = (at(before, down.volts(), down) + at(after, down.volts(), down)) / 2;
                    yield idleUp - pulses * downSquared * (mean * down.seconds() + column);
                }
                yield idleUp + idleDown;
            }
        };
    }

    private double at(double siemens, double volts, WritePulse pulse) {
        return cell().siemensAt(siemens, volts, design().readVolts(), pulse.volts());
    }

    /** Energy in J of charging the wires for one batch that is not empty. */
    public double batchWireJoules() {
        CellArray array = subArray.array();
        double up = design().potentiation().volts();
        double down = design().depression().volts();
        int idleColumns = design().columns() - design().cellsPerBatch();
        if (subArray.hasTransistors()) {
            return 2 * array.wordLineFarads() * subArray.technology().supplySquared()
                    + (array.rowFarads() + array.columnFarads() * idleColumns) * up * up;
        }
        double half = (array.rowFarads() * (design().rows() - 1) + array.columnFarads() * idleColumns) / 4;
        return array.rowFarads() * up * up + half * (up * up + down * down);
    }
}
