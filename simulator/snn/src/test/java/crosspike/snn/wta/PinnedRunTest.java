package crosspike.snn.wta;

import static org.junit.jupiter.api.Assertions.assertEquals;

import crosspike.crossbar.Activity;
import crosspike.crossbar.Mapping;
import crosspike.crossbar.Session;
import crosspike.crossbar.Usage;
import crosspike.device.ConductanceRange;
import crosspike.device.ContinuousResponse;
import crosspike.device.ExponentialResponse;
import crosspike.device.PulseCurve;
import crosspike.device.PulseResponse;
import crosspike.random.Streams;
import crosspike.snn.dataset.Dataset;
import crosspike.snn.dataset.IdxFolder;
import crosspike.snn.encoding.PixelSelection;
import crosspike.snn.vote.NeuronLabels;
import crosspike.snn.vote.Vote;
import crosspike.snn.vote.Votes;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * A small run on real digits, exact to the last bit on every JDK. The numbers have no meaning but that they stay: whoever
 * changes one changes the results of every user, and says so in a line of the changelog.
 */
class PinnedRunTest {
    private static final ConductanceRange RANGE = new ConductanceRange(3.0769e-9f, 3.8462e-8f);
    private static final Dataset DIGITS =
            IdxFolder.read("digits", Path.of(System.getProperty("crosspike.home"), "calibration-data", "digits"), 10);

    @Test
    void anIdealCellForEachWeight() {
        assertEquals("""
                rows 391, pruned neurons 0, running accuracy 0.62
                training: 723844 spikes in, 9084 out, 748533 active rows, 3551844 updates, 3487720 writes, +210590 -377351 pulses, 0 flags set, 7.903445064525891E-10 J
                labelling: 361621 spikes in, 4584 out, 376429 active rows, 0 updates, 0 writes, +0 -0 pulses, 0 flags set, 1.4947681112698697E-10 J
                test: 980006 spikes in, 27041 out, 2397079 active rows, 0 updates, 0 writes, +0 -0 pulses, 0 flags set, 9.483147885191424E-10 J
                correct [197, 190, 196, 200] of 300
                conductances 42a08272
                """, run(new ContinuousResponse(RANGE, 97), Mapping.SINGLE, Pruning.NONE));
    }

    @Test
    void aPairOfNoisyCellsForEachWeightAndSoftPruning() {
        PulseResponse response =
                new ExponentialResponse(RANGE, PulseCurve.rising(97, 2.4), PulseCurve.falling(100, -4.88), 0.035);
        Pruning half = new Pruning(PruningMethod.SOFT, 0.5, Pruning.When.DURING, Development.literal(4, 2));
        assertEquals("""
                rows 391, pruned neurons 20, running accuracy 0.472
                training: 723844 spikes in, 9084 out, 748533 active rows, 1857424 updates, 647590 writes, +437178 -431181 pulses, 1694420 flags set, 1.5085168836349528E-9 J
                labelling: 361621 spikes in, 4584 out, 376429 active rows, 0 updates, 0 writes, +0 -0 pulses, 0 flags set, 3.439674428200806E-10 J
                test: 980006 spikes in, 27041 out, 2397079 active rows, 0 updates, 0 writes, +0 -0 pulses, 0 flags set, 2.1915138771239525E-9 J
                correct [95, 107, 99, 128] of 300
                conductances 1f2176c0
                """, run(response, Mapping.PAIR, half));
    }

    /** 500 images to learn from, twice; labelled with the same; 300 for the test. */
    private static String run(PulseResponse response, Mapping mapping, Pruning pruning) {
        var training = DIGITS.training().first(500);
        var test = DIGITS.test().first(300);
        WtaNetwork network = Untrained.network(PixelSelection.foreground(training, 0.95), 20, response, mapping, 1);
        Schedule shown = new Schedule(40, 10, 200);
        Session session = new Session(Streams.of(1, "device").stream(0));
        Trainer trainer = new Trainer(
                network,
                new ExponentialStdp(0.0667, 2.5, 0.0167),
                pruning,
                shown,
                10,
                Streams.of(1, "training"),
                session);
        trainer.learn(training, 0, 1_000);
        trainer.finish();
        Evaluation evaluation = new Evaluation(network, 2);
        var labelled = evaluation.label(
                training, shown, Streams.of(1, "labelling"), Streams.of(1, "labelling noise"), done -> {});
        var tested = evaluation.test(
                test,
                new Votes(NeuronLabels.of(labelled.counts()), 10, 0.5),
                new Schedule(190, 10, 600),
                Streams.of(1, "test"),
                Streams.of(1, "test noise"),
                done -> {});
        return String.format(
                Locale.ROOT,
                """
                rows %d, pruned neurons %d, running accuracy %s
                training: %s
                labelling: %s
                test: %s
                correct %s of %d
                conductances %08x
                """,
                network.rowPixels().length,
                trainer.prunedNeurons(),
                trainer.runningAccuracy(),
                spent(Usage.of(session)),
                spent(labelled.usage()),
                spent(tested.usage()),
                Arrays.toString(Arrays.stream(Vote.values())
                        .mapToInt(tested.votes()::correct)
                        .toArray()),
                test.size(),
                Arrays.deepHashCode(network.synapses().crossbar().conductances()));
    }

    private static String spent(Usage usage) {
        Activity a = usage.activity();
        return a.inputSpikes() + " spikes in, " + a.outputSpikes() + " out, " + a.activeRows() + " active rows, "
                + a.nominalUpdates() + " updates, " + a.deviceWrites() + " writes, +" + a.potentiationPulses() + " -"
                + a.depressionPulses() + " pulses, " + a.flagReadsSet() + " flags set, "
                + usage.energy().totalJoules() + " J";
    }
}
