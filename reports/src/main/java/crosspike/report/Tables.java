package crosspike.report;

import crosspike.circuit.CostReport;
import crosspike.circuit.CostReport.Component;
import crosspike.circuit.CostReport.Spent;
import crosspike.crossbar.Activity;
import crosspike.crossbar.Energy;
import crosspike.experiment.run.Phases;
import crosspike.experiment.run.RunResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** The rows of the CSV files beside the page: one record a line, SI units, totals as rows of their own. */
final class Tables {
    static final String TOTAL = "total";
    static final String LEAKAGE = "leakage";
    static final List<String> PHASES = List.of(Phases.TRAINING, Phases.LABELLING, Phases.INFERENCE);

    /** The counts of an activity, in the order of a presentation, with the words of the report. */
    static final Map<String, ToLongFunction<Activity>> COUNTS = counts();

    /** What cells dissipated, by what was done to them; together the total of an energy. */
    static final Map<String, ToDoubleFunction<Energy>> CELL_ENERGIES = cellEnergies();

    private Tables() {}

    record CostRow(String component, String phase, double energyJoules, double latencySeconds) {}

    record PhaseRow(
            String phase,
            long images,
            double energyJoules,
            double leakageEnergyJoules,
            double latencySeconds,
            double energyPerImageJoules,
            double leakageEnergyPerImageJoules,
            double latencyPerImageSeconds,
            double leakagePowerWatts) {}

    record AreaRow(String component, double areaSquareMetres) {}

    record VoteRow(String vote, double accuracy) {}

    record ConfusionRow(int trueClass, int predictedClass, int images) {}

    record CountRow(String count, long training, long labelling, long inference) {}

    record HistogramRow(String kind, double fromSiemens, double toSiemens, long cells) {}

    /** Energy and latency of each component and of all, phase by phase. */
    static List<CostRow> cost(CostReport cost) {
        List<CostRow> rows = new ArrayList<>();
        for (String phase : PHASES) {
            for (Component component : cost.components()) {
                rows.add(row(component.name(), phase, spent(component, phase)));
            }
            rows.add(row(TOTAL, phase, cost.total(phase)));
        }
        return rows;
    }

    /** Energy, the leakage in it, and latency of each phase: in all and for an image. */
    static List<PhaseRow> phases(RunResult result, CostReport cost, double leakageWatts) {
        return PHASES.stream()
                .map(phase -> {
                    long images = result.images().byName().get(phase);
                    Spent total = cost.total(phase);
                    double leaked = cost.components().stream()
                            .filter(part -> part.name().equals(LEAKAGE))
                            .mapToDouble(part -> spent(part, phase).energyJoules())
                            .sum();
                    return new PhaseRow(
                            phase,
                            images,
                            total.energyJoules(),
                            leaked,
                            total.latencySeconds(),
                            Summary.per(total.energyJoules(), images),
                            Summary.per(leaked, images),
                            Summary.per(total.latencySeconds(), images),
                            leakageWatts);
                })
                .toList();
    }

    static Spent spent(Component component, String phase) {
        return component.phases().getOrDefault(phase, Spent.NONE);
    }

    private static CostRow row(String component, String phase, Spent spent) {
        return new CostRow(component, phase, spent.energyJoules(), spent.latencySeconds());
    }

    static List<AreaRow> area(CostReport cost) {
        return Stream.concat(
                        cost.components().stream()
                                .map(component -> new AreaRow(component.name(), component.areaSquareMetres())),
                        Stream.of(new AreaRow(TOTAL, cost.areaSquareMetres())))
                .toList();
    }

    static List<VoteRow> votes(RunResult.Accuracy accuracy) {
        return List.of(
                new VoteRow("mean spikes per neuron of a class (Eq. 5)", accuracy.eq5()),
                new VoteRow("the same, selective neurons only", accuracy.eq5Selective()),
                new VoteRow("sum of spikes of a class", accuracy.spikeSum()),
                new VoteRow("spikes weighted with responses Z (Eq. 4)", accuracy.zWeighted()));
    }

    static List<ConfusionRow> confusion(int[][] images) {
        List<ConfusionRow> rows = new ArrayList<>();
        for (int row = 0; row < images.length; row++) {
            for (int column = 0; column < images[row].length; column++) {
                rows.add(new ConfusionRow(row, column, images[row][column]));
            }
        }
        return rows;
    }

    static List<CountRow> activity(Phases<Activity> activity) {
        return COUNTS.entrySet().stream()
                .map(count -> new CountRow(
                        count.getKey(),
                        count.getValue().applyAsLong(activity.training()),
                        count.getValue().applyAsLong(activity.labelling()),
                        count.getValue().applyAsLong(activity.inference())))
                .toList();
    }

    static List<HistogramRow> histogram(ConductanceHistogram histogram) {
        List<HistogramRow> rows = new ArrayList<>();
        double[] edges = histogram.edgesSiemens();
        histogram.cells().forEach((kind, cells) -> {
            for (int bin = 0; bin < cells.length; bin++) {
                rows.add(new HistogramRow(kind, edges[bin], edges[bin + 1], cells[bin]));
            }
        });
        return rows;
    }

    private static Map<String, ToLongFunction<Activity>> counts() {
        Map<String, ToLongFunction<Activity>> counts = new LinkedHashMap<>();
        counts.put("presentations", Activity::presentations);
        counts.put("input spikes", Activity::inputSpikes);
        counts.put("output spikes", Activity::outputSpikes);
        counts.put("array reads", Activity::reads);
        counts.put("active word lines, over all reads", Activity::activeRows);
        counts.put("synaptic operations", Activity::synapticOperations);
        counts.put("nominal weight updates", Activity::nominalUpdates);
        counts.put("cells read before an update", Activity::cellReads);
        counts.put("cells written", Activity::deviceWrites);
        counts.put("potentiation pulses", Activity::potentiationPulses);
        counts.put("depression pulses", Activity::depressionPulses);
        counts.put("potentiation pulse periods", Activity::potentiationSlots);
        counts.put("depression pulse periods", Activity::depressionSlots);
        counts.put("prune flags read", Activity::flagReads);
        counts.put("prune flags read as set", Activity::flagReadsSet);
        counts.put("prune flags written", Activity::flagWrites);
        counts.put("cells read to verify a write", Activity::verifyReads);
        counts.put("verified writes that failed", Activity::failedWrites);
        counts.put("pairs of cells refreshed", Activity::refreshes);
        return counts;
    }

    private static Map<String, ToDoubleFunction<Energy>> cellEnergies() {
        Map<String, ToDoubleFunction<Energy>> energies = new LinkedHashMap<>();
        energies.put("weighted sums", Energy::readJoules);
        energies.put("reads before an update", Energy::cellReadJoules);
        energies.put("potentiation pulses", Energy::potentiationJoules);
        energies.put("depression pulses", Energy::depressionJoules);
        energies.put("reads that verify a write", Energy::verifyJoules);
        energies.put("half-selected cells", Energy::halfSelectJoules);
        return energies;
    }
}
