package crosspike.spice;

import crosspike.input.UserError;
import crosspike.spice.Verification.ColumnCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Has ngspice read columns of an array and compares each current with the dot product.
 *
 * @param ngspice the simulator
 * @param folder where the netlists stay, as {@code column-0003.cir}; made if it is not there
 * @param tolerance largest relative difference that passes, greater than 0 and less than 1
 * @param processes how many columns are simulated at a time, at least 1
 */
public record ColumnVerifier(Ngspice ngspice, Path folder, double tolerance, int processes) {

    /**
     * Differences between currents smaller than this, in A, are taken relative to it. It is far below any cell (1 nS at
     * 1 mV is 1 pA), and gives a column through which no current can flow a criterion of its own: with a tolerance of
     * 1e-9 ngspice must find less than 1e-27 A there, and it finds 0.
     */
    public static final double SMALLEST_AMPS = 1e-18;

    private static final String CIRCUIT = "one resistor for each cell between its word line and the bit line, ideal row"
            + " drivers, bit line held at 0 V by an ammeter";

    public ColumnVerifier {
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new UserError("tolerance is " + tolerance + "; expected a number between 0 and 1, such as 1e-9");
        }
        if (processes < 1) throw new UserError("processes is " + processes + "; expected 1 or more");
    }

    /**
     * Checks columns. The result does not depend on how many run at a time.
     *
     * @param array name of the array, for the netlists' comments
     * @param siemens {@code [rows][columns]}, in S; not modified
     * @param rowVolts read voltage of each row in V; not modified
     * @param columns column numbers, ascending, as from {@link ColumnSelection}
     * @throws SpiceFailure if ngspice fails on a column: of several, the first in the order given
     * @throws UserError if a value cannot stand in a netlist, or a netlist cannot be written
     */
    public Verification verify(String array, float[][] siemens, double[] rowVolts, int[] columns) {
        ExecutorService pool = Executors.newFixedThreadPool(processes);
        try {
            List<Future<ColumnCheck>> running = new ArrayList<>();
            for (int column : columns) {
                ColumnNetlist netlist = new ColumnNetlist(array, column, siemens, rowVolts);
                running.add(pool.submit(() -> check(column, netlist)));
            }
            List<ColumnCheck> checks = new ArrayList<>();
            for (Future<ColumnCheck> check : running) checks.add(result(check));
            return new Verification(ngspice.engine(), CIRCUIT, tolerance, checks);
        } finally {
            end(pool);
        }
    }

    private ColumnCheck check(int column, ColumnNetlist netlist) {
        String name = String.format(Locale.ROOT, "column-%04d.cir", column);
        double spiceAmps = ngspice.run(netlist.netlist(), folder.resolve(name)).value(ColumnNetlist.CURRENT);
        double idealAmps = netlist.idealAmps();
        double difference = Math.abs(spiceAmps - idealAmps) / Math.max(netlist.magnitudeAmps(), SMALLEST_AMPS);
        return new ColumnCheck(column, idealAmps, spiceAmps, difference, folder.getFileName() + "/" + name);
    }

    /** After a failure, interrupts and so ends the other processes, and waits until none of them writes any more. */
    private static void end(ExecutorService pool) {
        pool.shutdownNow();
        try {
            pool.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ColumnCheck result(Future<ColumnCheck> check) {
        try {
            return check.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) throw failure;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while columns were being checked");
        }
    }
}
