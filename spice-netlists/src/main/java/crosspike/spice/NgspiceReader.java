package crosspike.spice;

import crosspike.input.UserError;
import crosspike.wire.CrossbarCircuit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads a small array by ngspice: one process stays, loads the array when it is first read, and is told what has changed
 * since. A cell without conductance is one of 1e18 ohm.
 */
public final class NgspiceReader implements ArrayReader {
    /** With more cells a read takes ngspice minutes. */
    public static final int MAX_CELLS = 64 * 64;

    private static final float OPEN_SIEMENS = 1e-18f;

    private final Ngspice ngspice;
    private final ArrayWires array;
    private final float[][] loadedSiemens;
    private final double[] loadedVolts;
    private NgspiceSession session;

    /**
     * Starts nothing yet.
     *
     * @throws UserError if the array is too large
     */
    public NgspiceReader(Ngspice ngspice, ArrayWires array) {
        int rows = array.wires().rows();
        int columns = array.wires().columns();
        if ((long) rows * columns > MAX_CELLS) {
            throw new UserError(
                    "array of " + rows + " x " + columns + " is too large for ngspice in the loop; expected at"
                            + " most " + MAX_CELLS + " cells, such as 64 x 64");
        }
        this.ngspice = ngspice;
        this.array = array;
        this.loadedSiemens = new float[rows][columns];
        this.loadedVolts = new double[rows];
    }

    /**
     * @throws SpiceFailure if anything shows that the result must not be used; the next read starts a new process
     */
    @Override
    public double read(float[][] siemens, double[] volts, double[] amps) {
        if (array.floats()) close(); // other rows float now: another circuit
        Map<String, Double> changes = session == null ? load(siemens, volts) : changes(siemens, volts);
        RawFile result;
        try {
            result = session.solve(changes);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        Arrays.fill(amps, 0);
        double watts = 0;
        for (int i = 0; i < result.variables().size(); i++) {
            String source = result.variables().get(i);
            double value = result.points()[0][i];
            int line = Integer.parseInt(source.replaceAll("\\D", ""));
            if (source.startsWith("i(vleft") || source.startsWith("i(vright")) {
                watts -= volts[line] * value;
            } else {
                amps[line] += value;
            }
        }
        return watts;
    }

    /** Nothing changes before the first step. */
    private Map<String, Double> load(float[][] siemens, double[] volts) {
        for (int i = 0; i < volts.length; i++) {
            loadedVolts[i] = volts[i];
            for (int j = 0; j < siemens[i].length; j++) loadedSiemens[i][j] = Math.max(siemens[i][j], OPEN_SIEMENS);
        }
        CrossbarCircuit circuit = array.read(loadedSiemens, loadedVolts);
        session = new NgspiceSession(
                ngspice, new CircuitNetlist("crosspike array", "An array that is read", circuit).terminals());
        return Map.of();
    }

    private Map<String, Double> changes(float[][] siemens, double[] volts) {
        Map<String, Double> changes = new LinkedHashMap<>();
        for (int i = 0; i < volts.length; i++) {
            if (volts[i] != loadedVolts[i]) {
                loadedVolts[i] = volts[i];
                for (String side : new String[] {"left", "right"}) {
                    double[] ohms = side.equals("left")
                            ? array.wires().leftOhms()
                            : array.wires().rightOhms();
                    if (ohms[i] < Double.POSITIVE_INFINITY) changes.put(CircuitNetlist.terminal(side, i), volts[i]);
                }
            }
            for (int j = 0; j < siemens[i].length; j++) {
                float g = Math.max(siemens[i][j], OPEN_SIEMENS);
                if (g != loadedSiemens[i][j]) {
                    loadedSiemens[i][j] = g;
                    changes.put(CircuitNetlist.device(i, j), 1 / (double) g);
                }
            }
        }
        return changes;
    }

    @Override
    public String engine() {
        return ngspice.engine();
    }

    @Override
    public void close() {
        if (session != null) session.close();
        session = null;
    }
}
