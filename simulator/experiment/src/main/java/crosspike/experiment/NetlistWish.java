package crosspike.experiment;

import crosspike.spice.export.CellModel.Access;
import java.nio.file.Path;

/**
 * What a netlist of a run is to hold. Where a component may be null, null means: as the config of the run says.
 *
 * @param columns columns such as {@code 3} or {@code 0,4-9}; null if a tile or all are wanted
 * @param tile rectangle such as {@code 0:64,0:64}; null if columns or all are wanted
 * @param rows word lines that are read, such as {@code 0,4-9}; null: all
 * @param isPulsed whether the read is a pulse, not constant
 * @param program cell to write instead of reading, such as {@code 12,3}; null: none
 * @param lowers whether writing lowers the conductance
 * @param pulses how many pulses
 * @param hasNeurons whether columns end in LIF neurons
 * @param membraneFarads capacitance of a membrane in F; null: so that the strongest column fires four times in a pulse
 * @param hasFlags whether columns of prune flags are there
 * @param isIdeal whether what follows is ideal where it is null: no transistors, no resistances, no capacitances
 * @param access how devices are reached, or null
 * @param segmentOhms wire from cell to cell in ohm, or null
 * @param segmentFarads its capacitance in F, or null
 * @param driverOhms of drivers of word lines in ohm, or null: 0
 * @param senseOhms of sense amplifiers in ohm, or null: 0
 * @param sinhPerVolt b of the device current in 1/V; NaN: as its data sheet says; null: linear
 * @param templates folder of subcircuits; null: those of the installation
 */
public record NetlistWish(
        String columns,
        String tile,
        String rows,
        boolean isPulsed,
        String program,
        boolean lowers,
        int pulses,
        boolean hasNeurons,
        Double membraneFarads,
        boolean hasFlags,
        boolean isIdeal,
        Access access,
        Double segmentOhms,
        Double segmentFarads,
        Double driverOhms,
        Double senseOhms,
        Double sinhPerVolt,
        Path templates) {}
