package crosspike.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.experiment.run.Checkpoint;
import crosspike.experiment.run.NeuronRow;
import crosspike.experiment.run.RunDirectory;
import crosspike.experiment.run.RunResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The counts of Shi 2019, Table 2, and what is told of each neuron, of a whole run. */
class UpdatesAndNeuronsTest {
    private static final int ROWS = 37;
    /** Half of each neuron's weights, as round(18.5). */
    private static final int PRUNED = 19;

    @TempDir
    Path folder;

    @Test
    void withoutPruningConventionalStdpVisitsAsManyWeights() {
        RunResult result = run("pruning.method=none").result();
        assertTrue(result.conventionalStdpUpdates() > 0);
        assertEquals(result.activity().training().nominalUpdates(), result.conventionalStdpUpdates());
        assertEquals(result.activity().training().outputSpikes() * ROWS, result.conventionalStdpUpdates());
    }

    /** Updates = rows · U + (rows − pruned) · (E − U), where U of all E output spikes are of neurons not yet pruned. */
    @ParameterizedTest
    @ValueSource(strings = {"prune", "soft", "soft-freeze", "soft-freeze-lowest", "freeze-highest", "consolidation"})
    void pruningSavesTheUpdatesOfPrunedWeights(String method) {
        RunDirectory run = run("pruning.method=" + method);
        RunResult result = run.result();
        long saved =
                result.conventionalStdpUpdates() - result.activity().training().nominalUpdates();
        assertTrue(saved > 0);
        assertEquals(0, saved % PRUNED);
        for (NeuronRow neuron : run.neurons()) {
            assertEquals(neuron.developedPresentation() == null ? 0 : PRUNED, neuron.prunedWeights());
        }
    }

    @Test
    void theTableOfNeuronsAgreesWithTheLearningCurve() {
        RunDirectory run = run("pruning.method=soft");
        List<NeuronRow> neurons = run.neurons();
        assertEquals(
                run.result().activity().training().outputSpikes(),
                neurons.stream().mapToLong(NeuronRow::trainingSpikes).sum());
        for (Checkpoint checkpoint : run.epochs()) {
            assertEquals(
                    checkpoint.prunedNeurons(),
                    neurons.stream()
                            .filter(neuron -> neuron.developedPresentation() != null
                                    && neuron.developedPresentation() <= checkpoint.presentations())
                            .count());
        }
        assertEquals(
                run.result().prunedWeights(),
                neurons.stream().mapToInt(NeuronRow::prunedWeights).sum());
    }

    @Test
    void whenNeuronsArePrunedAfterTrainingItIsStillToldWhenTheyWereDeveloped() {
        List<NeuronRow> during = run("pruning.method=none").neurons();
        List<NeuronRow> after = run("pruning.method=soft", "pruning.when=after").neurons();
        for (int k = 0; k < during.size(); k++) {
            assertEquals(during.get(k).developedPresentation(), after.get(k).developedPresentation());
            assertEquals(PRUNED, after.get(k).prunedWeights());
        }
    }

    private RunDirectory run(String... overrides) {
        String[] all = new String[overrides.length + 3];
        System.arraycopy(overrides, 0, all, 0, overrides.length);
        all[overrides.length] = "pruning.fraction=50 %";
        all[overrides.length + 1] = "pruning.run=3";
        all[overrides.length + 2] = "pruning.occurrences=2";
        return Experiment.run(
                TinyExperiment.config(all),
                TinyExperiment::data,
                folder.resolve(String.join(",", overrides)),
                1,
                Progress.SILENT,
                Hardware.REFUSED);
    }
}
