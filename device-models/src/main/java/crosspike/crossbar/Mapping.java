package crosspike.crossbar;

import crosspike.device.ConductanceRange;

/** The ways to lay signed weights in cells. */
public enum Mapping {
    /** One cell for each weight; weight 0 is the middle of the conductance range (Shi 2019, Eq. 6). */
    SINGLE {
        @Override
        WeightMapping on(ConductanceRange range, double readVolts) {
            return new SingleDevice(range, readVolts);
        }
    },
    /** A G+/G− pair on neighbouring columns. */
    PAIR {
        @Override
        WeightMapping on(ConductanceRange range, double readVolts) {
            return new DifferentialPair(range, readVolts);
        }
    };

    abstract WeightMapping on(ConductanceRange range, double readVolts);

    /** Bit lines that each neuron needs. */
    public int columnsPerNeuron() {
        return this == PAIR ? 2 : 1;
    }
}
