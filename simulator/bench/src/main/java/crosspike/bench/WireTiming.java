package crosspike.bench;

import crosspike.wire.Convergence;
import crosspike.wire.Drive;
import crosspike.wire.LinearNetwork;
import crosspike.wire.Wires;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Times one read through the wires, warm, with tolerance 1e-11: {@code WireTiming THREADS e64 h128 ...}. An array
 * {@code e} has devices of 1e-7 to 1e-4 S and 2.5 ohm per segment; {@code h} is hard: 1e-6 to 1e-3 S, 10 ohm, 2 % open. The
 * number is rows and columns. Prints processor time of the calling thread and time on the clock.
 */
public final class WireTiming {
    private static final double TOLERANCE = 1e-11;
    private static final double SECONDS_EACH = 0.7;
    private static final int ROUNDS = 3;

    private WireTiming() {}

    public static void main(String[] arguments) {
        int threads = Integer.parseInt(arguments[0]);
        for (String name : List.of(arguments).subList(1, arguments.length)) {
            time(name, threads);
        }
    }

    private static void time(String name, int threads) {
        boolean isEasy = name.startsWith("e");
        int n = Integer.parseInt(name.substring(1));
        double[][] siemens = new double[n][n];
        Random random = new Random(7);
        for (int cell = 0; cell < n * n; cell++) {
            double g = Math.pow(10, (isEasy ? -7 : -6) + 3 * random.nextDouble());
            siemens[cell / n][cell % n] = !isEasy && random.nextDouble() < 0.02 ? 0 : g;
        }
        double[] volts = new double[n];
        for (int i = 0; i < n; i++) {
            volts[i] = 0.3 * random.nextDouble();
        }
        double ohms = isEasy ? 2.5 : 10;
        LinearNetwork network = new LinearNetwork(Wires.uniform(n, n, ohms, ohms, ohms), siemens, threads);
        Drive drive = Drive.ofRows(volts, n);
        double[] amps = new double[n];
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        for (int round = 0; round <= ROUNDS; round++) { // the first warms up
            Convergence convergence = null;
            long cpu = clock.getCurrentThreadCpuTime();
            long wall = System.nanoTime();
            int reads = 0;
            while (reads < 3 || System.nanoTime() - wall < SECONDS_EACH * 1e9) {
                convergence = network.solve(drive, null, false, TOLERANCE);
                network.sumCurrents(null, amps);
                reads++;
            }
            cpu = clock.getCurrentThreadCpuTime() - cpu;
            wall = System.nanoTime() - wall;
            if (round > 0) {
                System.out.printf(
                        Locale.ROOT,
                        "%s threads %d iterations %d cpu_ms %.4f wall_ms %.4f%n",
                        name,
                        threads,
                        convergence.iterations(),
                        cpu * 1e-6 / reads,
                        wall * 1e-6 / reads);
            }
        }
    }
}
