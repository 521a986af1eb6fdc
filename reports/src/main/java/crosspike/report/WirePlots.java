package crosspike.report;

import crosspike.wire.IrDrop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Plots of reads through wires, as PNG and SVG. */
public final class WirePlots {
    private static final int BINS = 60;

    private WirePlots() {}

    /**
     * Draws the voltages and losses of reads, and the voltages across cells that are not selected.
     *
     * @param reads by the beginnings of the names of their files
     * @return the files
     */
    public static List<Path> write(Map<String, IrDrop> reads, Path folder) {
        List<Figure> figures = new ArrayList<>();
        reads.forEach((name, read) -> {
            figures.add(voltages(name + "-ir-drop", read));
            if (read.largestUnselectedVolts() > 0) {
                figures.add(disturb(name + "-disturb", read));
            }
        });
        return new OutputFolder(folder).write(figures);
    }

    /** Maps of the voltages of both kinds of lines, and of what is lost. */
    static Figure voltages(String name, IrDrop read) {
        double[][] percent = new double[read.lostShare().length][];
        for (int i = 0; i < percent.length; i++) {
            percent[i] = new double[read.lostShare()[i].length];
            for (int j = 0; j < percent[i].length; j++) {
                percent[i][j] = 100 * read.lostShare()[i][j];
            }
        }
        return CellMaps.figure(
                name,
                "Voltages along the wires",
                List.of(
                        new CellMaps.Panel("word lines", "V", read.point().wordVolts()),
                        new CellMaps.Panel("bit lines", "V", read.point().bitVolts()),
                        new CellMaps.Panel("voltage lost before the cell", "%", percent)));
    }

    /** How many cells that are not selected see which voltage. */
    static Figure disturb(String name, IrDrop read) {
        double[] volts = read.unselectedVolts();
        double[] edges = new double[BINS + 1];
        for (int i = 0; i <= BINS; i++) {
            edges[i] = read.largestUnselectedVolts() * i / BINS;
        }
        long[] cells = new long[BINS];
        for (double v : volts) {
            cells[(int) Math.min(BINS - 1, v / read.largestUnselectedVolts() * BINS)]++;
        }
        return Charts.histogram(
                name,
                "Voltage across cells that are not selected",
                "voltage across a cell that is not selected",
                "V",
                edges,
                cells);
    }
}
