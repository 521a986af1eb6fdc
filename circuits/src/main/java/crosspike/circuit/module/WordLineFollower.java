package crosspike.circuit.module;

import crosspike.circuit.logic.Edge;
import crosspike.circuit.logic.Gate;
import crosspike.circuit.logic.Layout;
import crosspike.circuit.logic.StandardCells;
import crosspike.circuit.logic.TransmissionGate;
import crosspike.circuit.technology.Technology;

/**
 * Output stage of the word-line decoder of a 1T1R array: opens one word line, or all of them for a weighted sum. Section 4.3
 * of {@code docs/circuit-model.md}. Each row has a NOR, an inverter, a transmission gate and a pull-down transistor.
 *
 * @param rows word lines
 * @param widthMetres in m
 * @param heightMetres in m
 * @param leakageWatts in W
 * @param selectInputFarads input of one NOR in F: the load of the decoder
 * @param passDrainFarads drain of the transmission gate in F
 * @param logicJoules energy in J of one row's logic after its NOR
 * @param norJoules energy in J of one NOR input
 */
public record WordLineFollower(
        StandardCells cells,
        int rows,
        double widthMetres,
        double heightMetres,
        double leakageWatts,
        double selectInputFarads,
        double passDrainFarads,
        double logicJoules,
        double norJoules)
        implements CircuitModule {

    /** Lays the stage out along an array of the given height in m. */
    public static WordLineFollower of(StandardCells cells, int rows, double heightMetres) {
        Technology t = cells.technology();
        double cell = cells.heightMetres();
        double pitch = heightMetres / rows;
        if (pitch < cell) {
            int interleaved = Layout.ceil(cell / pitch);
            pitch = heightMetres / Layout.ceilDiv(rows, interleaved);
        }
        double unit = Math.max(cell, pitch);
        Gate pass = TransmissionGate.minimum(t).inHeight(t, pitch);
        Gate pullDown = cells.inverter(t.features(2), 0);
        double unitWidth = cells.nor().widthMetres()
                + cells.inverter().widthMetres()
                + pullDown.widthMetres()
                + pass.widthMetres();
        int perColumn = Math.max(1, Layout.floor(heightMetres / unit));
        return new WordLineFollower(
                cells,
                rows,
                unitWidth * Layout.ceilDiv(rows, perColumn),
                heightMetres,
                rows * (cells.nor().leakageWatts() + cells.inverter().leakageWatts() + pullDown.leakageWatts()),
                cells.nor().inputFarads(),
                pass.outputFarads(),
                t.supplySquared() * (cells.inverter().outputFarads() + t.gateFarads(t.features(2))),
                t.supplySquared() * cells.nor().inputFarads());
    }

    @Override
    public double areaSquareMetres() {
        return widthMetres * heightMetres;
    }

    /**
     * Time in s from the decoder's edge to the far end of the word line.
     *
     * @param edge edge out of the decoder
     * @param lineFarads capacitance of the word line in F
     * @param lineOhms resistance of the word line in Ω
     */
    public double seconds(Edge edge, double lineFarads, double lineOhms) {
        Technology t = cells.technology();
        double pullDownGate = t.gateFarads(t.features(2));
        double pullDownDrain = cells.inverter(t.features(2), 0).outputFarads();
        double norLoad = cells.nor().outputFarads()
                + cells.inverter().inputFarads()
                + t.gateFarads(t.pmosFeatures(2))
                + pullDownGate;
        double nor = new Edge(0, edge.slope())
                .through(2 * t.pmosOhms(t.pmosFeatures(4)) * norLoad)
                .seconds();
        double passOhms = TransmissionGate.minimum(t).ohms(t);
        return nor + Edge.step(passOhms * (passDrainFarads + pullDownDrain + lineFarads) + lineOhms * lineFarads / 2);
    }

    /** Energy in J of opening all word lines at the gate voltage of the access transistors. */
    public double openAllJoules(double gateVolts) {
        return norJoules * rows + (logicJoules + passDrainFarads * gateVolts * gateVolts) * (rows - 1);
    }

    /** Energy in J of opening one word line. */
    public double openOneJoules(double gateVolts) {
        return norJoules + logicJoules + passDrainFarads * gateVolts * gateVolts;
    }
}
