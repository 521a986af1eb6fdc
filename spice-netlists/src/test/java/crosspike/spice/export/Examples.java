package crosspike.spice.export;

import crosspike.spice.export.CellModel.Access;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** One export of each kind, of an array with 6 rows and 4 columns; their netlists are in {@code netlists/golden}. */
final class Examples {
    static final double READ_VOLTS = 0.2;
    static final LineModel WIRES = new LineModel(2.5, 5e-16, 100, 50);

    private static final PulseShape WRITE = PulseShape.ofWidth(100e-9);

    /** 6 rows x 4 columns in S. */
    static final float[][] SIEMENS = {
        {1e-4f, 2e-5f, 5e-5f, 1e-5f},
        {2e-5f, 5e-5f, 1e-5f, 1e-4f},
        {5e-5f, 1e-5f, 1e-4f, 2e-5f},
        {1e-5f, 1e-4f, 2e-5f, 5e-5f},
        {3e-9f, 4e-5f, 6e-5f, 3e-5f},
        {1e-4f, 0, 2e-6f, 1e-6f}
    };

    private Examples() {}

    static Map<String, ArrayExport> all() {
        Map<String, ArrayExport> all = new LinkedHashMap<>();
        CellModel passive = CellModel.PASSIVE;
        Excerpt tile = excerpt(1, 6, 1, 4);
        all.put("column-1r", export(excerpt(0, 6, 1, 2), LineModel.IDEAL, passive, read(6, 1)));
        all.put("tile-1r-wires", export(tile, WIRES, passive, read(5, 3)));
        all.put("tile-1r-sinh", export(tile, WIRES, new CellModel(Access.NONE, 0, 0, 3, READ_VOLTS), read(5, 3)));
        all.put("tile-1t1r-switch", export(tile, WIRES, gated(Access.SWITCH), read(5, 3)));
        all.put("tile-1t1r-mos", export(tile, WIRES, gated(Access.MOS), read(5, 3)));
        all.put(
                "tile-1t1r-mos-pulse",
                export(excerpt(0, 3, 0, 2), WIRES, gated(Access.MOS), read(3, 2).pulsed(PulseShape.ofWidth(5e-9))));
        all.put("tile-1r-pulse", export(tile, WIRES, passive, read(5, 3).pulsed(PulseShape.ofWidth(50e-9))));
        all.put("pairs-flags", export(pairsWithFlags(), WIRES, passive, read(6, 6)));
        all.put(
                "columns-lif",
                new ArrayExport(
                        excerpt(0, 6, 0, 2),
                        LineModel.IDEAL,
                        passive,
                        read(6, 2).pulsed(PulseShape.ofWidth(50e-9)),
                        Optional.of(Lif.suiting(2e-5, 50e-9)),
                        Templates.installed()));
        all.put(
                "program-half",
                export(tile, WIRES, passive, Stimulus.writeHalfSelected(5, 3, 2, 1, 1.6, WRITE.times(2))));
        CellModel switched = gated(Access.SWITCH);
        all.put("program-gated", export(tile, WIRES, switched, Stimulus.writeGated(5, 3, 2, 1, 1.6, WRITE)));
        all.put("program-gated-down", export(tile, WIRES, switched, Stimulus.writeGated(5, 3, 2, 1, -1.6, WRITE)));
        return all;
    }

    private static ArrayExport export(Excerpt excerpt, LineModel lines, CellModel cells, Stimulus stimulus) {
        return new ArrayExport(excerpt, lines, cells, stimulus, Optional.empty(), Templates.installed());
    }

    static Excerpt excerpt(int row, int rowEnd, int column, int columnEnd) {
        return Excerpt.of(
                "example",
                SIEMENS,
                IntStream.range(row, rowEnd).toArray(),
                IntStream.range(column, columnEnd).toArray());
    }

    private static Excerpt pairsWithFlags() {
        boolean[][] pruned = new boolean[6][2];
        pruned[2][0] = true;
        pruned[4][1] = true;
        return excerpt(0, 6, 0, 4).withPairs().withFlags(pruned, 2, 1e-4, 1e-6);
    }

    private static CellModel gated(Access access) {
        return new CellModel(access, 5e3, 1.1, 0, READ_VOLTS);
    }

    /** Every row at a voltage of its own but the second, which is silent. */
    static Stimulus read(int rows, int columns) {
        double[] volts = new double[rows];
        for (int i = 0; i < rows; i++) volts[i] = i == 1 ? 0 : READ_VOLTS * (i + 1) / rows;
        return Stimulus.read(volts, columns);
    }
}
