package crosspike.circuit.module;

import crosspike.circuit.logic.Layout;
import crosspike.circuit.logic.StandardCells;
import crosspike.circuit.technology.Technology;

/**
 * D flip-flops, each drawn as wide as twelve minimum inverters. Section 4.1 of {@code docs/circuit-model.md}: a clock edge
 * charges {@code 4(Cin + Cout) + 2Cg} in every flop and {@code 4Ctg + 2(Cin + Cout)} more in those that take new data.
 *
 * @param count number of flops
 * @param widthMetres in m
 * @param heightMetres in m
 * @param leakageWatts in W
 * @param clockJoules energy of one clock cycle of one flop in J
 * @param dataJoules energy in J of one flop that changes
 * @param inputFarads drain capacitance of the input transmission gate in F
 */
public record FlipFlopBank(
        int count,
        double widthMetres,
        double heightMetres,
        double leakageWatts,
        double clockJoules,
        double dataJoules,
        double inputFarads)
        implements CircuitModule {

    /** Flops in rows of the given width in m. */
    public static FlipFlopBank alongWidth(StandardCells cells, int count, double widthMetres) {
        int rows = Layout.lines(count, flopMetres(cells), widthMetres);
        return of(cells, count, widthMetres, cells.heightMetres() * rows);
    }

    /** Flops in columns of the given height in m. */
    public static FlipFlopBank alongHeight(StandardCells cells, int count, double heightMetres) {
        int columns = Layout.lines(count, cells.heightMetres(), heightMetres);
        return of(cells, count, flopMetres(cells) * columns, heightMetres);
    }

    /** Width of one flop in m. */
    public static double flopMetres(StandardCells cells) {
        return 12 * cells.inverter().widthMetres();
    }

    private static FlipFlopBank of(StandardCells cells, int count, double width, double height) {
        Technology t = cells.technology();
        double in = cells.inverter().inputFarads();
        double out = cells.inverter().outputFarads();
        double transfer = cells.transmissionDrainFarads();
        return new FlipFlopBank(
                count,
                width,
                height,
                8 * cells.inverter().leakageWatts() * count,
                t.supplySquared() * (4 * (in + out) + 2 * in),
                t.supplySquared() * (4 * transfer + 2 * in + 2 * out),
                transfer);
    }

    @Override
    public double areaSquareMetres() {
        return widthMetres * heightMetres;
    }

    /** Latency of one use in s: half a clock period. */
    public static double seconds(double clockHertz) {
        return 0.5 / clockHertz;
    }

    /** Energy of one use in J with {@code active} flops changing. */
    public double joules(double active) {
        return count * clockJoules + active * dataJoules;
    }
}
