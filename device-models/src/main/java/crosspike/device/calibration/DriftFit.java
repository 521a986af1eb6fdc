package crosspike.device.calibration;

import crosspike.device.measured.Kind;
import crosspike.device.measured.Measurement;
import crosspike.device.nonideality.Drift;
import crosspike.device.nonideality.Nonideality;
import crosspike.device.nonideality.StateDrift;
import crosspike.device.nonideality.StateDrift.LogLaw;
import crosspike.input.Dimension;
import crosspike.input.Key;
import crosspike.input.RecordWriter;
import crosspike.input.UserError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * Power-law drift fitted to retention data: {@code G(t) = G(t0)·(t/t0)^−ν} for each cell, with ν normal over the cells. Where ν
 * depends on the conductance, its mean is {@code slope·ln(G/Gmax) + offset}. Each cell is a straight line in ln G against ln t;
 * intervals come from how much the cells differ.
 *
 * @param startSeconds t0, the earliest time of the data in s
 * @param exponent mean of ν over the cells
 * @param sigma spread of ν from cell to cell, uncertainty of each cell's ν taken off; about the line, if there is one; 0 without an
 *     interval for fewer than three cells
 * @param state how ν depends on the conductance, if it does
 * @param cells that were fitted: a device at a level
 * @param rms residual of ln G, that is, as a fraction of the conductance
 * @param confidence of the intervals
 * @param remarks for who measured
 * @see "N. Papandreou et al., Drift-resilient cell-state metric for multilevel phase-change memory, IEDM 2011 (the law)"
 */
public record DriftFit(
        double startSeconds,
        Estimate exponent,
        Estimate sigma,
        Optional<StateLaw> state,
        int cells,
        double rms,
        double confidence,
        List<String> remarks) {
    /** Chance to find a dependence, or a bend, where there is none. */
    private static final double SIGNIFICANT = 0.01;

    /** A bend that moves conductances by less is no news. */
    private static final double BEND_TO_MENTION = 0.01;

    private static final int FEWEST_READS = 3;

    /**
     * How ν depends on the conductance.
     *
     * @param maxSiemens Gmax, the largest conductance at t0 in S
     * @param slope change of ν for each factor e of conductance
     * @param offset ν at Gmax
     */
    public record StateLaw(double maxSiemens, Estimate slope, Estimate offset) {}

    /**
     * Fits the reads of each device at each level.
     *
     * @param confidence of the intervals, such as 0.95
     * @throws UserError if it is no retention data, no cell has three reads, or conductances rise rather than fall
     */
    public static DriftFit of(Measurement data, double confidence) {
        if (data.kind() != Kind.RETENTION) {
            throw new UserError(data.source() + " holds " + data.kind().text() + " data; expected retention data");
        }
        List<String> remarks = new ArrayList<>();
        List<List<Measurement.Row>> all = byCell(data);
        List<List<Measurement.Row>> cells = all.stream()
                .filter(rows -> rows.size() >= FEWEST_READS && hasTimes(data, rows))
                .toList();
        if (cells.isEmpty()) {
            throw new UserError(data.source() + ": check \"enough reads\" failed: no device and level has "
                    + FEWEST_READS + " reads above 0 S at different times after 0 s; measure longer");
        }
        int withoutLogarithm =
                data.rows().size() - all.stream().mapToInt(List::size).sum();
        if (withoutLogarithm > 0) {
            remarks.add("reads without a time after 0 s, or of no conductance above 0 S, are left out: "
                    + withoutLogarithm);
        }
        if (cells.size() < all.size()) {
            remarks.add("devices at a level with fewer than " + FEWEST_READS
                    + " reads, or all at one time, are left out: " + (all.size() - cells.size()));
        }
        if (temperatures(data) > 1) {
            remarks.add("the temperatures differ, but the law has none: fit one temperature at a time");
        }
        return new Lines(data, cells).fitted(confidence, remarks);
    }

    /** Reads after 0 s and above 0 S: others have no logarithm. */
    private static List<List<Measurement.Row>> byCell(Measurement data) {
        Map<List<String>, List<Measurement.Row>> cells = new LinkedHashMap<>();
        for (Measurement.Row row : data.rows()) {
            List<Measurement.Row> cell = cells.computeIfAbsent(
                    List.of(data.cell(row, "device_id"), data.cell(row, "level")), key -> new ArrayList<>());
            double siemens = data.number(row, "g_S");
            if (data.number(row, "t_s") > 0 && siemens > 0 && siemens < Double.POSITIVE_INFINITY) {
                cell.add(row);
            }
        }
        return List.copyOf(cells.values());
    }

    private static boolean hasTimes(Measurement data, List<Measurement.Row> rows) {
        return rows.stream()
                        .mapToDouble(row -> data.number(row, "t_s"))
                        .distinct()
                        .count()
                > 1;
    }

    private static long temperatures(Measurement data) {
        return data.rows().stream()
                .map(row -> data.cell(row, "temp_K"))
                .distinct()
                .count();
    }

    /** The straight line of each cell. */
    private static final class Lines {
        private final Measurement data;
        private final List<List<Measurement.Row>> cells;
        private final List<SimpleRegression> lines = new ArrayList<>();
        private final double logStart;
        private final long reads;

        Lines(Measurement data, List<List<Measurement.Row>> cells) {
            this.data = data;
            this.cells = cells;
            this.reads = cells.stream().mapToLong(List::size).sum();
            this.logStart = Math.log(start());
            for (List<Measurement.Row> cell : cells) {
                SimpleRegression line = new SimpleRegression();
                cell.forEach(row -> line.addData(logTime(row), logSiemens(row)));
                lines.add(line);
            }
        }

        private double start() {
            return cells.stream()
                    .flatMap(List::stream)
                    .mapToDouble(row -> data.number(row, "t_s"))
                    .min()
                    .orElseThrow();
        }

        private double logTime(Measurement.Row row) {
            return Math.log(data.number(row, "t_s"));
        }

        private double logSiemens(Measurement.Row row) {
            return Math.log(data.number(row, "g_S"));
        }

        DriftFit fitted(double confidence, List<String> remarks) {
            SummaryStatistics exponents = new SummaryStatistics();
            lines.forEach(line -> exponents.addValue(-line.getSlope()));
            double mean = exponents.getMean();
            if (!(mean >= 0 && mean <= 1)) {
                throw new UserError(data.source() + ": conductances "
                        + (mean < 0 ? "rise with time" : "fall faster than 1/t")
                        + String.format(Locale.ROOT, ", exponent %.3g; expected a drift exponent of 0 to 1", mean)
                        + (mean < 0 ? " (the layer retention can end at Gmax)" : ""));
            }
            int n = lines.size();
            if (n < 3) {
                remarks.add("fewer than three devices or levels: no confidence intervals; measure more of them");
            }
            Optional<StateLaw> state = state(confidence);
            double squares = exponents.getVariance() * (n - 1);
            int degrees = n - 1;
            if (state.isPresent()) {
                degrees = n - 2;
                squares = againstState().getSumSquaredErrors();
            }
            bend().ifPresent(remarks::add);
            double error = Math.sqrt(exponents.getVariance() / n);
            return new DriftFit(
                    start(),
                    n < 3 ? sure(mean) : within(mean, error, n - 1, confidence),
                    n < 3 ? sure(0) : spread(squares, degrees, confidence),
                    state,
                    n,
                    Math.sqrt(lines.stream()
                                    .mapToDouble(SimpleRegression::getSumSquaredErrors)
                                    .sum()
                            / reads),
                    confidence,
                    List.copyOf(remarks));
        }

        private Optional<StateLaw> state(double confidence) {
            SimpleRegression exponents = againstState();
            int n = lines.size();
            if (n < 4 || !(exponents.getXSumSquares() > 0) || !(exponents.getSignificance() < SIGNIFICANT)) {
                return Optional.empty();
            }
            return Optional.of(new StateLaw(
                    Math.exp(logMax()),
                    within(exponents.getSlope(), exponents.getSlopeStdErr(), n - 2, confidence),
                    within(exponents.getIntercept(), exponents.getInterceptStdErr(), n - 2, confidence)));
        }

        /** ν against ln(G(t0)/Gmax). */
        private SimpleRegression againstState() {
            SimpleRegression exponents = new SimpleRegression();
            lines.forEach(line -> exponents.addData(line.predict(logStart) - logMax(), -line.getSlope()));
            return exponents;
        }

        private double logMax() {
            return lines.stream()
                    .mapToDouble(line -> line.predict(logStart))
                    .max()
                    .orElseThrow();
        }

        /** Scatter of the exponents less what the noise of reads makes of it. */
        private Estimate spread(double squares, int degrees, double confidence) {
            double noise = lines.stream()
                    .mapToDouble(line -> line.getSlopeStdErr() * line.getSlopeStdErr())
                    .average()
                    .orElseThrow();
            ChiSquaredDistribution chi = new ChiSquaredDistribution(null, degrees);
            return new Estimate(
                    root(squares / degrees - noise),
                    root(squares / chi.inverseCumulativeProbability((1 + confidence) / 2) - noise),
                    root(squares / chi.inverseCumulativeProbability((1 - confidence) / 2) - noise));
        }

        /** Whether the cells bend away from their lines together: the part of (ln t)² that no line explains. */
        private Optional<String> bend() {
            double products = 0;
            double squares = 0;
            double residuals = 0;
            for (int i = 0; i < cells.size(); i++) {
                SimpleRegression curved = new SimpleRegression();
                cells.get(i).forEach(row -> curved.addData(logTime(row), logTime(row) * logTime(row)));
                for (Measurement.Row row : cells.get(i)) {
                    double bend = logTime(row) * logTime(row) - curved.predict(logTime(row));
                    double off = logSiemens(row) - lines.get(i).predict(logTime(row));
                    products += bend * off;
                    squares += bend * bend;
                    residuals += off * off;
                }
            }
            double degrees = reads - 2.0 * cells.size() - 1;
            if (degrees < 1 || !(squares > 0)) return Optional.empty();
            double left = Math.max(0, residuals - products * products / squares);
            double t = products / Math.sqrt(squares * left / degrees);
            boolean isChance =
                    Math.abs(t) < new TDistribution(null, degrees).inverseCumulativeProbability(1 - SIGNIFICANT / 2);
            if (isChance || Math.abs(products) / squares * Math.sqrt(squares / reads) < BEND_TO_MENTION) {
                return Optional.empty();
            }
            return Optional.of("check \"power law\": the loss " + (products < 0 ? "speeds up" : "slows down")
                    + " on logarithmic axes, as no power law does; look at it with crosspike import --plots; the layer"
                    + " retention is a stretched exponential");
        }

        private static double root(double square) {
            return Math.sqrt(Math.max(0, square));
        }

        private static Estimate sure(double value) {
            return new Estimate(value, Double.NaN, Double.NaN);
        }

        private static Estimate within(double value, double error, int degrees, double confidence) {
            double half = error * new TDistribution(null, degrees).inverseCumulativeProbability((1 + confidence) / 2);
            return new Estimate(value, value - half, value + half);
        }
    }

    /** The layer for {@code nonidealities} of a config. */
    public Nonideality layer() {
        double spread = FittedSheet.rounded(Math.min(1, sigma.value()));
        double start = FittedSheet.rounded(startSeconds);
        if (state.isEmpty()) return new Drift(FittedSheet.rounded(exponent.value()), spread, start);
        StateLaw law = state.get();
        return new StateDrift(
                start,
                new LogLaw(
                        FittedSheet.rounded(law.slope().value()),
                        FittedSheet.rounded(law.offset().value()),
                        0,
                        1),
                new LogLaw(0, spread, 0, 1));
    }

    /** What was fitted, by name. */
    public Map<String, Estimate> numbers() {
        Map<String, Estimate> numbers = new LinkedHashMap<>();
        numbers.put("nu, mean of the cells", exponent);
        state.ifPresent(law -> {
            numbers.put(
                    "nu at Gmax = " + Dimension.CONDUCTANCE.format(FittedSheet.rounded(law.maxSiemens())),
                    law.offset());
            numbers.put("nu, change per factor e of G", law.slope());
        });
        if (!Double.isNaN(sigma.low())) numbers.put("nu_sigma from cell to cell", sigma);
        return numbers;
    }

    /** A config that others can take as their base, with the intervals in comments. */
    public String yaml(String source) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "# Fitted by crosspike fit to %s: drift, residual %.2f %% of the conductance, %.0f %% intervals:%n",
                source,
                100 * rms,
                100 * confidence));
        numbers()
                .forEach((name, number) -> text.append("#   ")
                        .append(FittedSheet.line(name, number))
                        .append('\n'));
        remarks.forEach(remark -> text.append("# ").append(remark).append('\n'));
        return text + RecordWriter.toYaml(new Config(1, List.of(layer())));
    }

    /** The part of a config that is written. */
    private record Config(
            @Key(doc = "Version of the file.") int crosspike,
            @Key(doc = "Layers.") List<Nonideality> nonidealities) {}
}
