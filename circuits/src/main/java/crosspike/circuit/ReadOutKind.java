package crosspike.circuit;

import crosspike.circuit.logic.StandardCells;
import crosspike.circuit.module.CurrentSenseAmplifier;
import crosspike.circuit.module.FlashAdc;
import crosspike.circuit.module.ReadOut;
import crosspike.circuit.module.SarAdc;
import crosspike.circuit.subarray.SubArray;

/** The circuits that read columns. Section 10 of {@code docs/circuit-model.md}. */
public enum ReadOutKind {
    /** Integrate on the column and count; NeuroSim's choice. */
    INTEGRATE_AND_FIRE {
        @Override
        ReadOut layOut(SubArray tile, StandardCells cells, double metres) {
            return tile.readCircuits();
        }
    },
    /** Successive approximation. */
    SAR {
        @Override
        ReadOut layOut(SubArray tile, StandardCells cells, double metres) {
            return SarAdc.of(cells, tile.design().readCircuits(), tile.design().readBits(), metres);
        }
    },
    /** All thresholds at once: a multilevel sense amplifier. */
    FLASH {
        @Override
        ReadOut layOut(SubArray tile, StandardCells cells, double metres) {
            return FlashAdc.of(
                    cells, tile.design().readCircuits(), tile.design().readBits(), metres);
        }
    },
    /** One bit against one reference current. */
    SENSE_AMPLIFIER {
        @Override
        ReadOut layOut(SubArray tile, StandardCells cells, double metres) {
            return CurrentSenseAmplifier.of(cells, tile.design().readCircuits(), metres);
        }
    };

    /** The circuits of one tile, in rows of the given length in m. */
    abstract ReadOut layOut(SubArray tile, StandardCells cells, double metres);
}
