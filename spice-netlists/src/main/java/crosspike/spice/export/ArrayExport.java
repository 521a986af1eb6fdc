package crosspike.spice.export;

import crosspike.input.UserError;
import crosspike.spice.Netlist;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All that a netlist of a part of an array holds.
 *
 * @param excerpt rows and columns with their conductances
 * @param lines wires, drivers and sense amplifiers
 * @param cells what stands at each crossing
 * @param stimulus what the drivers do
 * @param lif the neuron at each column, or at each pair of columns; empty: none
 * @param templates the subcircuits
 */
public record ArrayExport(
        Excerpt excerpt, LineModel lines, CellModel cells, Stimulus stimulus, Optional<Lif> lif, Templates templates) {

    /** Cells beyond which ngspice 39 takes seconds to minutes if there are wires between them. */
    private static final int MANY_CELLS = 64 * 64;

    public ArrayExport {
        int rows = excerpt.rows().length;
        int columns = excerpt.bitLines().size();
        if (stimulus.rowVolts().length != rows || stimulus.columnVolts().length != columns) {
            throw new UserError("voltages are for " + stimulus.rowVolts().length + " rows and "
                    + stimulus.columnVolts().length + " columns; expected " + rows + " and " + columns);
        }
        if (lif.isPresent() && stimulus.pulse().isEmpty()) {
            throw new UserError("a neuron needs time to fire; expected a read pulse (--transient)");
        }
    }

    /** The netlist: the same text for the same values, on every machine. */
    public Netlist netlist() {
        return new ArrayNetlist(this).netlist();
    }

    /**
     * Current in A of a bit line without wires and transistors: Σ V·G in ascending order of the rows, if devices are
     * linear. Rows whose gates are off have no part in it.
     *
     * @param bitLine position in the excerpt
     */
    public double idealAmps(int bitLine) {
        double[] siemens = excerpt.bitLines().get(bitLine).siemens();
        double amps = 0;
        for (int row = 0; row < siemens.length; row++) {
            if (cells.access().hasGate() && !stimulus.gatesOn()[row]) continue;
            amps += cells.amps(siemens[row], stimulus.rowVolts()[row] - stimulus.columnVolts()[bitLine]);
        }
        return amps;
    }

    /**
     * Largest current in A that a column, or the difference of a pair, gives to a neuron, as {@link #idealAmps} has it; the
     * largest magnitude where all of them discharge it.
     */
    public double strongestNeuronAmps() {
        Map<String, Double> amps = new LinkedHashMap<>();
        for (int j = 0; j < excerpt.bitLines().size(); j++) {
            BitLine line = excerpt.bitLines().get(j);
            if (!line.isFlags()) amps.put(line.label(), idealAmps(j));
        }
        for (int[] pair : excerpt.pairs()) {
            double minus = amps.get(Integer.toString(pair[1]));
            amps.merge(Integer.toString(pair[0]), -minus, Double::sum);
        }
        double[] neurons =
                excerpt.neuronColumns().stream().mapToDouble(amps::get).toArray();
        double largest = Arrays.stream(neurons).max().orElse(0);
        return largest > 0
                ? largest
                : Arrays.stream(neurons).map(Math::abs).max().orElse(0);
    }

    /** The same with a neuron at each column, or at each pair of columns. */
    public ArrayExport withNeurons(Lif neuron) {
        return new ArrayExport(excerpt, lines, cells, stimulus, Optional.of(neuron), templates);
    }

    /** Cells of the excerpt. */
    public int cellCount() {
        return excerpt.rows().length * excerpt.bitLines().size();
    }

    /** Whether ngspice 39 will take long. */
    public boolean isLarge() {
        return excerpt.bitLines().size() > 1 && cellCount() > MANY_CELLS;
    }
}
