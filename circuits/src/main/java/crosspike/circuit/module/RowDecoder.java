package crosspike.circuit.module;

import crosspike.circuit.logic.Edge;
import crosspike.circuit.logic.Gate;
import crosspike.circuit.logic.Layout;
import crosspike.circuit.logic.StandardCells;
import crosspike.circuit.technology.Technology;

/**
 * Address decoder: inverters, two-bit NAND predecoders, one NOR for each of the 2^bits lines, then a stage that drives word
 * lines or the gates of a multiplexer. Section 4.2 of {@code docs/circuit-model.md}. With up to two bits there are no NORs
 * and, as in NeuroSim, the driving stage has no leakage, and no area unless the decoder is stacked.
 *
 * @param widthMetres in m
 * @param heightMetres in m
 * @param leakageWatts in W
 * @param access latency, and the slope of the edge handed to the next stage
 * @param accessJoules energy of one access in J
 */
public record RowDecoder(double widthMetres, double heightMetres, double leakageWatts, Edge access, double accessJoules)
        implements CircuitModule {

    /** No decoder: there is only one line. */
    public static final RowDecoder NONE = new RowDecoder(0, 0, 0, Edge.STEP, 0);

    /** What the decoder drives. */
    public enum Output {
        /** Word lines, through two inverters in a row. */
        LINES,
        /** Both gates of transmission gates, through a NAND and two inverters. */
        MULTIPLEXER
    }

    /** Address bits that tell {@code lines} lines apart. */
    public static int bitsFor(int lines) {
        return lines <= 1 ? 0 : 32 - Integer.numberOfLeadingZeros(lines - 1);
    }

    /**
     * A decoder laid out beside something of the given height in m, as many columns wide as it needs.
     *
     * @param load1 load of the output in F; with {@link Output#MULTIPLEXER} of its true phase
     * @param load2 load of the inverted phase in F; with {@link Output#LINES} nothing
     */
    public static RowDecoder beside(
            StandardCells cells, int bits, Output output, double heightMetres, double load1, double load2) {
        if (bits == 0) return NONE;
        Design d = Design.of(cells, bits, output);
        int perColumn = Math.max(1, Layout.floor(heightMetres / cells.heightMetres()));
        int invColumns = columns(bits, perColumn);
        int nandColumns = columns(d.nandCount, perColumn);
        int norColumns = columns(d.norCount, perColumn);
        double width = d.inverter.widthMetres() * invColumns
                + d.nand.widthMetres() * nandColumns
                + d.wiringMetres()
                + (d.nor.widthMetres() + d.outputMetres()) * norColumns;
        return d.decoder(width, heightMetres, load1, load2);
    }

    /** A decoder one column wide and as high as it needs. */
    public static RowDecoder stacked(StandardCells cells, int bits, Output output, double load1, double load2) {
        if (bits == 0) return NONE;
        Design d = Design.of(cells, bits, output);
        double width = d.inverter.widthMetres()
                + d.nand.widthMetres()
                + d.wiringMetres()
                + d.nor.widthMetres()
                + d.outputMetres();
        return d.decoder(width, cells.heightMetres() * Math.max(d.norCount, d.nandCount), load1, load2);
    }

    private static int columns(int count, int perColumn) {
        return count == 0 ? 0 : Layout.ceilDiv(count, Math.min(perColumn, count));
    }

    @Override
    public double areaSquareMetres() {
        return widthMetres * heightMetres;
    }

    /** Latency of one access in s. */
    public double seconds() {
        return access.seconds();
    }

    /** The gates of a decoder before they are placed. */
    private record Design(
            StandardCells cells,
            int bits,
            Output output,
            int nandCount,
            int norCount,
            Gate inverter,
            Gate nand,
            Gate nor,
            Gate driver,
            double norPmosMetres) {

        static Design of(StandardCells cells, int bits, Output output) {
            Technology t = cells.technology();
            int norInputs = Layout.ceilDiv(bits, 2);
            double norPmos = t.pmosFeatures(2) * norInputs;
            return new Design(
                    cells,
                    bits,
                    output,
                    4 * (bits / 2),
                    bits > 2 ? 1 << bits : 0,
                    cells.inverter(),
                    cells.nand(),
                    Gate.nor(t, norInputs, t.features(2), norPmos, cells.heightMetres()),
                    output == Output.LINES ? cells.inverter(t.features(6), t.pmosFeatures(6)) : cells.inverter(),
                    norPmos);
        }

        double wiringMetres() {
            int tracks = bits > 2 ? nandCount + 2 * (bits % 2) : 0;
            return cells.technology().features(Layout.METAL3_PITCH) * tracks;
        }

        /** Width of the stage behind one NOR. */
        double outputMetres() {
            return output == Output.LINES ? 2 * driver.widthMetres() : nand.widthMetres() + 2 * inverter.widthMetres();
        }

        RowDecoder decoder(double width, double height, double load1, double load2) {
            double outputWatts = output == Output.LINES
                    ? 2 * driver.leakageWatts()
                    : nand.leakageWatts() + 2 * inverter.leakageWatts();
            double watts = bits * inverter.leakageWatts()
                    + nandCount * nand.leakageWatts()
                    + norCount * (nor.leakageWatts() + outputWatts);
            return new RowDecoder(width, height, watts, access(load1, load2), joules());
        }

        private double nandIn() {
            return nandCount > 0 ? nand.inputFarads() : 0;
        }

        private double nandOut() {
            return nandCount > 0 ? nand.outputFarads() : 0;
        }

        private double norIn() {
            return norCount > 0 ? nor.inputFarads() : 0;
        }

        private double norOut() {
            return norCount > 0 ? nor.outputFarads() : 0;
        }

        /** Input capacitance of the output stage as the NOR sees it: that of the small inverter even for large drivers. */
        private double outputStageFarads() {
            return output == Output.MULTIPLEXER ? nandIn() : inverter.inputFarads();
        }

        private Edge access(double load1, double load2) {
            Technology t = cells.technology();
            double n2 = t.nmosOhms(t.features(2));
            double n4 = t.nmosOhms(t.features(4));
            double p2 = t.pmosOhms(t.pmosFeatures(2));
            Edge edge = Edge.STEP.through(n2 * (inverter.outputFarads() + (nandCount > 0 ? 2 * nandIn() : load1)));
            if (nandCount > 0) {
                edge = edge.through(2 * n4 * (nandOut() + (norCount > 0 ? norIn() * norCount / 4 : load1)));
            }
            if (norCount > 0) {
                edge = edge.through(2 * t.pmosOhms(norPmosMetres) * (norOut() + outputStageFarads()));
            } else {
                edge = new Edge(edge.seconds(), Edge.STEP.slope());
            }
            if (output == Output.MULTIPLEXER) {
                return edge.through(n4 * (nandOut() + inverter.inputFarads()))
                        .through(p2 * (inverter.outputFarads() + inverter.inputFarads() + load1))
                        .through(n2 * (inverter.outputFarads() + load2));
            }
            return edge.through(t.nmosOhms(t.features(6)) * (driver.outputFarads() + driver.inputFarads()))
                    .through(t.pmosOhms(t.pmosFeatures(6)) * (driver.outputFarads() + load1));
        }

        private double joules() {
            int paired = 2 * (bits / 2);
            double tail = output == Output.MULTIPLEXER
                    ? nandOut() + 2 * inverter.inputFarads() + 2 * inverter.outputFarads()
                    : 2 * (driver.inputFarads() + driver.outputFarads());
            return cells.technology().supplySquared()
                    * ((inverter.inputFarads() + 2 * nandIn()) * paired
                            + (inverter.inputFarads() + norIn() * norCount / 2) * (bits - paired)
                            + (nandOut() + norIn() * norCount / 4) * nandCount / 4
                            + norOut()
                            + outputStageFarads()
                            + tail);
        }
    }
}
