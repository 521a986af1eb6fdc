package crosspike.experiment;

import crosspike.circuit.SynapticCore;
import crosspike.crossbar.Activity;
import crosspike.crossbar.Crossbar;
import crosspike.crossbar.Energy;
import crosspike.experiment.config.CrossbarConfig;
import crosspike.experiment.config.DataConfig;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.data.Datasets;
import crosspike.experiment.run.ArrayLayout;
import crosspike.experiment.run.Provenance;
import crosspike.experiment.run.RunDirectory;
import crosspike.experiment.run.RunResult;
import crosspike.experiment.run.RunWriter;
import crosspike.input.RecordWriter;
import crosspike.input.UserError;
import crosspike.snn.dataset.Dataset;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
        return run(config, out, threads, progress, Hardware.REFUSED);
    }

    /** The same with leave to drive real hardware, or without. */
    public static RunDirectory run(
            ExperimentConfig config, Path out, int threads, Progress progress, Hardware hardware) {
        return run(config, () -> Datasets.ofUser().read(config.data().set()), out, threads, progress, hardware);
    }

    /** The same with data that were read already. */
    public static RunDirectory run(ExperimentConfig config, Dataset data, Path out, int threads, Progress progress) {
        return run(config, () -> data, out, threads, progress, Hardware.REFUSED);
    }

    static RunDirectory run(
            ExperimentConfig config,
            Supplier<Dataset> source,
            Path out,
            int threads,
            Progress progress,
            Hardware hardware) {
        try (RunWriter writer = RunDirectory.create(out)) {
            String started = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
            Dataset data = source.get();
            ExperimentConfig resolved = config.resolved();
            NetworkExperiment experiment = NetworkExperiment.of(resolved, data, progress, threads, hardware);
            // before the training: nobody should wait for it to hear that there is no such circuit
            SynapticCore core = core(resolved, experiment);
            Outcome outcome = experiment.run();
            writer.config(RecordWriter.toYaml(resolved));
            writer.result(result(resolved, experiment.images(), outcome));
            writer.epochs(outcome.checkpoints());
            writer.neurons(outcome.neurons());
            writer.cost(core.price(
                    CorePricing.priced(resolved, outcome.activity().byName(), Activity.NONE),
                    CorePricing.priced(resolved, outcome.energy().byName(), Energy.NONE)));
            writer.array(layout(resolved, experiment, outcome));
            writer.conductance(outcome.crossbar().conductances());
            writer.pruned(outcome.flags());
            writer.raster(outcome.raster());
            writer.provenance(provenance(started, outcome.phaseSeconds(), threads, data));
            experiment.readChecks().ifPresent(writer::readChecks);
            experiment.instrument().ifPresent(writer::instrument);
            outcome.layer().ifPresent(writer::layer);
            return writer.publish();
        }
    }

    private static SynapticCore core(ExperimentConfig resolved, NetworkExperiment experiment) {
        try {
            return CorePricing.core(resolved, experiment.rowPixels().length);
        } catch (RuntimeException e) {
            experiment.close();
            throw e;
        }
    }

    /**
     * The training of a config, ready to start; what it costs is asked afterwards, for any circuit.
     *
     * @throws UserError if cells are on an instrument: it holds one network, and many are trained at once
     */
    public static Training training(ExperimentConfig config, Dataset data, Progress progress, int threads) {
        if (config.crossbar().backend() == CrossbarConfig.Backend.INSTRUMENT) {
            throw new UserError(
                    "crossbar.backend is instrument, which holds one network at a time; expected another backend"
                            + " for many trainings, or one by one: crosspike run");
        }
        return new Training(NetworkExperiment.of(config, data, progress, threads, Hardware.REFUSED));
    }

    /**
     * Finds before any training that a data set has too few images.
     *
     * @throws UserError if it has not as many as are wanted
     */
    public static void requireImages(DataConfig wanted, Dataset data) {
        Images.of(wanted, data);
    }

    private static RunResult result(ExperimentConfig config, Images images, Outcome outcome) {
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

    private static ArrayLayout layout(ExperimentConfig config, NetworkExperiment experiment, Outcome outcome) {
        Crossbar crossbar = outcome.crossbar();
        return new ArrayLayout(
                config.synapse().mapping().name().toLowerCase(Locale.ROOT).replace('_', '-'),
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
