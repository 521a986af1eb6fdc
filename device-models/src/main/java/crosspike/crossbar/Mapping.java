package crosspike.crossbar;

import crosspike.device.ConductanceRange;

/** The ways to lay signed weights in cells. */
public enum Mapping {
    /** One cell for each weight; weight 0 is the middle of the conductance range (Shi 2019, Eq. 6). */
    SINGLE(1, 0) {
        @Override
        WeightMapping on(ConductanceRange range, double readVolts) {
            return new SingleDevice(range, readVolts);
        }
    },
    /** A G+/G− pair on neighbouring columns. */
    PAIR(2, 0) {
        @Override
        WeightMapping on(ConductanceRange range, double readVolts) {
            return new DifferentialPair(range, readVolts);
        }
    },
    /**
     * A G+/G− pair of cells that are only ever potentiated, as phase-change memory wants it: G+ for more weight, G− for
     * less. Before a cell reaches its end, both are reset and their difference is written anew.
     */
    UNIDIRECTIONAL_PAIR(2, 0) {
        @Override
        WeightMapping on(ConductanceRange range, double readVolts) {
            return new UnidirectionalPair(new DifferentialPair(range, readVolts));
        }
    },
    /** One cell for each weight, and one more column at the middle of the range, whose current is subtracted. */
    REFERENCE_COLUMN(1, 1) {
        @Override
        WeightMapping on(ConductanceRange range, double readVolts) {
            return new ReferenceColumn(new SingleDevice(range, readVolts));
        }
    };

    private final int columnsPerNeuron;
    private final int sharedColumns;

    Mapping(int columnsPerNeuron, int sharedColumns) {
        this.columnsPerNeuron = columnsPerNeuron;
        this.sharedColumns = sharedColumns;
    }

    abstract WeightMapping on(ConductanceRange range, double readVolts);

    /** Bit lines that each neuron needs. */
    public int columnsPerNeuron() {
        return columnsPerNeuron;
    }

    /** Bit lines that so many neurons need. */
    public int columns(int neurons) {
        return neurons * columnsPerNeuron + sharedColumns;
    }

    /** Neurons that so many bit lines serve; the inverse of {@link #columns}. */
    int neurons(int columns) {
        return (columns - sharedColumns) / columnsPerNeuron;
    }
}
