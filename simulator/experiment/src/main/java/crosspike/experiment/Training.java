package crosspike.experiment;

import crosspike.circuit.SynapticCore;
import crosspike.crossbar.Activity;
import crosspike.crossbar.Crossbar;
import crosspike.crossbar.Energy;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.run.ArrayLayout;
import crosspike.experiment.run.Provenance;
import crosspike.experiment.run.RunDirectory;
import crosspike.experiment.run.RunResult;
import crosspike.experiment.run.RunWriter;
import crosspike.input.RecordWriter;
import crosspike.snn.dataset.Dataset;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** A training that can be started, once; to be closed if it was not. */
public final class Training implements AutoCloseable {
    private final NetworkExperiment experiment;
    private final Dataset data;
    private final int threads;
    private boolean isStarted;

    private Training(NetworkExperiment experiment, Dataset data, int threads) {
        this.experiment = experiment;
        this.data = data;
        this.threads = threads;
    }

    static Training of(ExperimentConfig config, Dataset data, Progress progress, int threads, Hardware hardware) {
        return new Training(NetworkExperiment.of(config, data, progress, threads, hardware), data, threads);
    }

    /** Word lines of the layer: known before, so that nobody waits for a training that no circuit can hold. */
    public int rows() {
        return experiment.rowPixels().length;
    }

    /** Trains, labels and tests. */
    public Trained run() {
        Outcome outcome = outcome();
        Images images = experiment.images();
        return new Trained(
                outcome.accuracy(),
                images.training().size(),
                images.labelling().size(),
                images.test().size(),
                rows(),
                outcome.outputs(),
                outcome.prunedNeurons(),
                outcome.prunedWeights(),
                outcome.weights(),
                outcome.connections(),
                outcome.layer().stream().toList(),
                outcome.activity(),
                outcome.energy());
    }

    /**
     * The same, and prices it and leaves a run directory.
     *
     * @param config of the run, resolved; it may differ from that of the training in what the training does not see
     * @param out run directory; must not exist
     * @throws crosspike.input.UserError if there cannot be such a circuit, or the directory not be written
     */
    public RunDirectory run(ExperimentConfig config, Path out) {
        try (RunWriter writer = RunDirectory.create(out)) {
            return run(config, writer, Instant.now());
        }
    }

    RunDirectory run(ExperimentConfig config, RunWriter writer, Instant started) {
        // before the training: nobody should wait for it to hear that there is no such circuit
        SynapticCore core = CorePricing.core(config, rows());
        Outcome outcome = outcome();
        writer.config(RecordWriter.toYaml(config));
        writer.result(result(config, outcome));
        writer.epochs(outcome.checkpoints());
        writer.neurons(outcome.neurons());
        writer.cost(core.price(
                CorePricing.priced(config, outcome.activity().byName(), Activity.NONE),
                CorePricing.priced(config, outcome.energy().byName(), Energy.NONE)));
        writer.array(layout(config, outcome));
        writer.conductance(outcome.crossbar().conductances());
        writer.pruned(outcome.flags());
        writer.raster(outcome.raster());
        writer.provenance(provenance(started, outcome.phaseSeconds()));
        experiment.readChecks().ifPresent(writer::readChecks);
        experiment.instrument().ifPresent(writer::instrument);
        outcome.layer().ifPresent(writer::layer);
        return writer.publish();
    }

    private Outcome outcome() {
        isStarted = true;
        return experiment.run();
    }

    /** Lets go of what the array keeps; a training that was started has done so itself. */
    @Override
    public void close() {
        if (!isStarted) experiment.close();
    }

    private RunResult result(ExperimentConfig config, Outcome outcome) {
        Images images = experiment.images();
        return new RunResult(
                config.name(),
                RecordWriter.kind((Record) config.network()),
                config.device().sheet().name(),
                config.seed(),
                outcome.accuracy(),
                images.training().size(),
                config.learning().epochs(),
                images.labelling().size(),
                images.test().size(),
                outcome.confusion(),
                outcome.labels(),
                outcome.prunedNeurons(),
                outcome.prunedWeights(),
                outcome.weights(),
                outcome.activity().training().outputSpikes() * outcome.flags().length,
                outcome.activity(),
                outcome.energy());
    }

    private ArrayLayout layout(ExperimentConfig config, Outcome outcome) {
        Crossbar crossbar = outcome.crossbar();
        return new ArrayLayout(
                ArrayLayout.word(config.synapse().layout()),
                crossbar.rows(),
                crossbar.columns(),
                outcome.outputs(),
                crossbar.response().range().minSiemens(),
                crossbar.response().range().maxSiemens(),
                crossbar.readVolts(),
                experiment.images().training().width(),
                experiment.images().training().height(),
                experiment.rowPixels());
    }

    private Provenance provenance(Instant started, Map<String, Double> phaseSeconds) {
        return new Provenance(
                Version.current(),
                started.truncatedTo(ChronoUnit.SECONDS).toString(),
                phaseSeconds,
                threads,
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                data.sha256());
    }
}
