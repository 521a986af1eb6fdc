package crosspike.spice;

import crosspike.wire.NodalSolver;
import crosspike.wire.OperatingPoint;

/** Reads arrays by the exact solution of their wires. */
public record SolverReader(ArrayWires array) implements ArrayReader {

    @Override
    public double read(float[][] siemens, double[] volts, double[] amps) {
        OperatingPoint point = NodalSolver.solve(array.read(siemens, volts));
        for (int j = 0; j < amps.length; j++) amps[j] = point.bottomAmps()[j] + point.topAmps()[j];
        return point.supplyWatts();
    }

    @Override
    public String engine() {
        return "exact solver";
    }

    @Override
    public void close() {}
}
