package crosspike.experiment;

import crosspike.circuit.SynapticCore;
import crosspike.crossbar.Activity;
import crosspike.crossbar.Crossbar;
import crosspike.crossbar.Energy;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.data.Datasets;
import crosspike.experiment.run.ArrayLayout;
import crosspike.experiment.run.NeuronRow;
import crosspike.experiment.run.Phases;
import crosspike.experiment.run.Provenance;
import crosspike.experiment.run.RunDirectory;
import crosspike.experiment.run.RunResult;
import crosspike.experiment.run.RunWriter;
import crosspike.input.RecordWriter;
import crosspike.snn.dataset.Dataset;
import crosspike.snn.wta.NeuronHistory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Runs a config and leaves a run directory. */
public final class Experiment {
    private Experiment() {}

    /**
     * Trains, labels, tests and prices. The run directory appears when everything is done, or not at all.
     *
     * @param config what to run
     * @param out run directory; must not exist
     * @param threads threads for labelling and testing; the result does not depend on it
     * @param progress told how far it is
     * @throws crosspike.input.UserError if the config cannot be run or the directory not be written
     */
    public static RunDirectory run(ExperimentConfig config, Path out, int threads, Progress progress) {
        return run(config, () -> Datasets.ofUser().read(config.data().set()), out, threads, progress);
    }

    /** The same with data that were read already. */
    public static RunDirectory run(ExperimentConfig config, Dataset data, Path out, int threads, Progress progress) {
        return run(config, () -> data, out, threads, progress);
    }

    static RunDirectory run(
            ExperimentConfig config, Supplier<Dataset> source, Path out, int threads, Progress progress) {
        try (RunWriter writer = RunDirectory.create(out)) {
            String started = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
            Dataset data = source.get();
            ExperimentConfig resolved = config.resolved();
            WinnerTakeAllExperiment experiment = new WinnerTakeAllExperiment(resolved, data, progress, threads);
            // before the training: nobody should wait for it to hear that there is no such circuit
            SynapticCore core = CorePricing.core(resolved, experiment.rows());
            WinnerTakeAllExperiment.Outcome outcome = experiment.run();
            Phases<Activity> activity = outcome.sessions().map(WinnerTakeAllExperiment.Spent::activity);
            Phases<Energy> energy = outcome.sessions().map(WinnerTakeAllExperiment.Spent::energy);
            writer.config(RecordWriter.toYaml(resolved));
            writer.result(result(resolved, experiment, outcome, activity, energy));
            writer.epochs(outcome.checkpoints());
            writer.neurons(neurons(outcome));
            writer.cost(core.price(activity.byName(), energy.byName()));
            writer.array(layout(resolved, experiment, outcome));
            writer.conductance(outcome.network().synapses().crossbar().conductances());
            writer.pruned(outcome.network().synapses().flags());
            writer.raster(outcome.raster());
            writer.provenance(provenance(started, outcome.phaseSeconds(), threads, data));
            experiment.readChecks().ifPresent(writer::readChecks);
            return writer.publish();
        }
    }

    /** The training of a config, ready to start; what it costs is asked afterwards, for any circuit. */
    public static Training training(ExperimentConfig config, Dataset data, Progress progress, int threads) {
        return new Training(new WinnerTakeAllExperiment(config, data, progress, threads));
    }

    private static RunResult result(
            ExperimentConfig config,
            WinnerTakeAllExperiment experiment,
            WinnerTakeAllExperiment.Outcome outcome,
            Phases<Activity> activity,
            Phases<Energy> energy) {
        return new RunResult(
                config.name(),
                config.network().kind().name().toLowerCase(Locale.ROOT),
                config.device().sheet().name(),
                config.seed(),
                outcome.accuracy(),
                experiment.training().size(),
                config.learning().epochs(),
                experiment.labellingImages(),
                outcome.test().predicted().length,
                outcome.test().confusion(),
                outcome.labels().labels(),
                outcome.prunedNeurons(),
                outcome.prunedWeights(),
                outcome.weights(),
                activity.training().outputSpikes() * experiment.rows(),
                activity,
                energy);
    }

    private static List<NeuronRow> neurons(WinnerTakeAllExperiment.Outcome outcome) {
        List<NeuronRow> rows = new ArrayList<>();
        for (NeuronHistory neuron : outcome.neurons()) {
            int k = rows.size();
            rows.add(new NeuronRow(
                    k,
                    outcome.labels().labels()[k],
                    outcome.labels().certainty(k),
                    neuron.spikes(),
                    neuron.consistency(),
                    neuron.occurrences(),
                    neuron.developed().map(NeuronHistory.Moment::presentation).orElse(null),
                    neuron.developed().map(NeuronHistory.Moment::step).orElse(null),
                    neuron.developed().map(NeuronHistory.Moment::nominalUpdates).orElse(null),
                    outcome.network().synapses().prunedWeights(k)));
        }
        return rows;
    }

    private static ArrayLayout layout(
            ExperimentConfig config, WinnerTakeAllExperiment experiment, WinnerTakeAllExperiment.Outcome outcome) {
        Crossbar crossbar = outcome.network().synapses().crossbar();
        return new ArrayLayout(
                config.synapse().mapping().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                crossbar.rows(),
                crossbar.columns(),
                outcome.network().neurons(),
                crossbar.response().range().minSiemens(),
                crossbar.response().range().maxSiemens(),
                crossbar.readVolts(),
                experiment.training().width(),
                experiment.training().height(),
                outcome.network().rowPixels());
    }

    private static Provenance provenance(String started, Map<String, Double> phaseSeconds, int threads, Dataset data) {
        return new Provenance(
                Version.current(),
                started,
                phaseSeconds,
                threads,
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                data.sha256());
    }
}
