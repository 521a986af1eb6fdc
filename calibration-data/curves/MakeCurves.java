import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/**
 * Makes the synthetic measurements of this folder: {@code java MakeCurves.java FOLDER}. No device was measured. Three
 * devices with labels 2.0 and −3.4 between 2 µS and 20 µS, with variation between pulses, reads and devices.
 */
final class MakeCurves {
    private static final long SEED = 20260101;
    private static final int PULSES = 40;
    private static final int CYCLES = 6;

    public static void main(String... args) throws Exception {
        Random random = new Random(SEED);
        Path folder = Path.of(args[0]);
        try (PrintWriter arc = writer(folder.resolve("synthetic-arc-one.csv"))) {
            arc.print("# synthetic, made by MakeCurves.java with seed " + SEED + "; in the form of ArC ONE exports\n");
            arc.print("Wordline,Bitline,Resistance(Ω),Amplitude(V),Pulse width(s),Tag,ReadTag,ReadVoltage(V)\n");
            for (int device = 1; device <= 3; device++) {
                double low = 2e-6 + 0.4e-6 * random.nextGaussian();
                double high = 20e-6 + 0.8e-6 * random.nextGaussian();
                read(arc, device, 1 / low, "0", "0", "F R0 V=0.5");
                for (int cycle = 0; cycle < CYCLES; cycle++) {
                    train(arc, device, low, high, 1.62, true, random);
                    train(arc, device, low, high, -2.99, false, random);
                }
            }
        }
        try (PrintWriter table = writer(folder.resolve("synthetic-retention.csv"))) {
            table.print("# synthetic, made by MakeCurves.java with seed " + SEED + "\n");
            table.print("level;time (s);G (µS)\n");
            for (int level = 1; level <= 4; level++) {
                for (double t = 1; t <= 1e5; t *= 10) {
                    double siemens = 5.0 * level * Math.pow(t, -0.01 - 0.01 / level) + 0.05 * random.nextGaussian();
                    table.print(String.format(Locale.GERMANY, "%d;%.0f;%.4f\n", level, t, siemens));
                }
            }
        }
        try (PrintWriter table = writer(folder.resolve("synthetic-stdp.csv"))) {
            window(table, random);
        }
    }

    /** 0.45 % of the range that fall over 12 ms, and -1 % over 10 ms; each time three times, 5 % apart. */
    private static void window(PrintWriter out, Random random) {
        out.print("# synthetic, made by MakeCurves.java with seed " + SEED + "; no device was measured\n");
        out.print("# dt_s: output spike minus input spike; dg_rel: change as a fraction of Gmax - Gmin\n");
        out.print("device_id,dt_s,dg_rel\n");
        for (int ms : new int[] {-20, -15, -10, -8, -6, -4, -2, -1, 1, 2, 4, 6, 8, 10, 15, 20}) {
            double change = ms > 0 ? 0.0045 * Math.exp(-ms / 12.0) : -0.01 * Math.exp(ms / 10.0);
            for (int device = 1; device <= 3; device++) {
                double measured = change * (1 + 0.05 * random.nextGaussian());
                out.print(String.format(Locale.ROOT, "%d,%.3f,%.6f\n", device, ms * 1e-3, measured));
            }
        }
    }

    private static PrintWriter writer(Path file) throws Exception {
        return new PrintWriter(file.toFile(), StandardCharsets.UTF_8);
    }

    private static void train(
            PrintWriter out, int device, double low, double high, double u, boolean rises, Random random) {
        double deviation = 0;
        for (int n = 1; n <= PULSES; n++) {
            deviation = deviation * Math.exp(-Math.abs(u) / PULSES) + 0.01 * random.nextGaussian();
            double x = rises ? (double) n / PULSES : 1 - (double) n / PULSES;
            double y = Math.expm1(-u * x) / Math.expm1(-u) + deviation + 0.003 * random.nextGaussian();
            read(out, device, 1 / (low + (high - low) * y), rises ? "1.2" : "-1.4", "1e-6", "P");
        }
    }

    private static void read(PrintWriter out, int device, double ohms, String volts, String seconds, String tag) {
        out.print(String.format(Locale.ROOT, "%d,1,%.5g,%s,%s,%s,read,0.2\n", device, ohms, volts, seconds, tag));
    }
}
