package crosspike.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.circuit.subarray.CellArray;
import crosspike.crossbar.CellOptions;
import crosspike.crossbar.Crossbar;
import crosspike.crossbar.DeviceCrossbar;
import crosspike.crossbar.Line;
import crosspike.crossbar.PruneHardware;
import crosspike.crossbar.Session;
import crosspike.crossbar.SynapseArray;
import crosspike.device.PulseResponse;
import crosspike.experiment.config.CellLayers;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.config.Shi2019Learning;
import crosspike.experiment.config.Shi2019Network;
import crosspike.experiment.config.Shi2019Pruning;
import crosspike.input.UserError;
import crosspike.random.Streams;
import crosspike.snn.dataset.ImageSet;
import crosspike.snn.encoding.PixelSelection;
import crosspike.snn.wta.ExponentialStdp;
import crosspike.snn.wta.Trainer;
import crosspike.snn.wta.WtaNetwork;
import crosspike.wire.TransferMatrix;
import crosspike.wire.WireCrossbar;
import crosspike.wire.Wires;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingThroughWiresTest {
    private static final double CHANCE = 0.25;
    private static final String WIRE = "crossbar.backend=wire";

    @ParameterizedTest
    @ValueSource(strings = {"grounded", "floating"})
    void theNetworkLearnsThroughWiresWithAllThatCellsDo(String unselected) {
        var outcome = TinyExperiment.run(
                WIRE,
                "crossbar.wires={segment: 20 ohm, driver: 100 ohm, sense: 50 ohm, unselected: " + unselected + "}",
                "nonidealities=[{kind: device-to-device}, {kind: stuck-at, lrs: 2 %}, {kind: read-noise, sigma: 2 %},"
                        + " {kind: access-resistance, resistance: 5 kohm}, {kind: drift, nu: 0.05}]",
                "circuit.access=crosspoint",
                "inference.after=1e5 s");
        double accuracy = outcome.accuracy().eq5();
        assertTrue(accuracy > 2 * CHANCE, unselected + ": " + accuracy);
        assertTrue(outcome.usage().inference().energy().readJoules() > 0);
    }

    @Test
    void wiresWithoutResistanceTeachWhatIdealWiresTeach() {
        var ideal = TinyExperiment.run();
        var wires = TinyExperiment.run(WIRE, "crossbar.wires.segment=0 ohm");
        assertTrue(Arrays.deepEquals(conductances(ideal), conductances(wires)));
        assertArrayEquals(ideal.confusion(), wires.confusion());
        double joules = ideal.usage().training().energy().readJoules();
        assertEquals(joules, wires.usage().training().energy().readJoules(), 1e-5 * joules);
    }

    @Test
    void badWiresAreSeen() {
        var ideal = TinyExperiment.run();
        var wires = TinyExperiment.run(WIRE, "crossbar.wires.segment=2 kohm");
        assertFalse(Arrays.deepEquals(conductances(ideal), conductances(wires)));
        double joules = ideal.usage().labelling().energy().readJoules();
        assertTrue(wires.usage().labelling().energy().readJoules() < joules, "less current than without wires");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 200})
    void everyReadOfTheTrainingIsThatOfAMatrixSolvedForItAlone(double segmentOhms) {
        DeviceCrossbar mine = cells();
        DeviceCrossbar same = cells();
        Wires wires = Wires.uniform(mine.rows(), mine.columns(), segmentOhms, 50, 50);
        train(new WireCrossbar(mine, wires, WireCrossbar.Unselected.GROUNDED, 1e-12, 1));
        train(new FreshMatrix(same, wires));
        assertTrue(Arrays.deepEquals(same.conductances(), mine.conductances()));
    }

    private static Shi2019Network network(ExperimentConfig config) {
        return (Shi2019Network) config.network();
    }

    private static DeviceCrossbar cells() {
        ExperimentConfig config = TinyExperiment.config().resolved();
        int rows = PixelSelection.foreground(
                        TinyExperiment.data().training(), network(config).background())
                .length;
        return new DeviceCrossbar(
                rows,
                config.network().outputs(),
                CellLayers.of(config).response(),
                config.device().sheet().waveforms(),
                CellOptions.IDEAL);
    }

    private static void train(Crossbar crossbar) {
        ExperimentConfig config = TinyExperiment.config().resolved();
        ImageSet images = TinyExperiment.data().training().first(40);
        SynapseArray synapses = new SynapseArray(
                crossbar,
                config.synapse().layout(),
                config.synapse().rounding(),
                PruneHardware.NONE,
                config.programming().programming());
        synapses.preset(new float[config.network().outputs()][crossbar.rows()]);
        WtaNetwork network = new WtaNetwork(
                synapses,
                PixelSelection.foreground(
                        TinyExperiment.data().training(), network(config).background()),
                network(config).inputHertz(),
                network(config).windowMs(),
                (float) network(config).softmaxGain());
        Shi2019Learning learning = (Shi2019Learning) config.learning();
        Session session = new Session(Streams.of(1, "device").stream(0));
        new Trainer(
                        network,
                        new ExponentialStdp(learning.a(), learning.b(), learning.c()),
                        ((Shi2019Pruning) config.pruning()).pruning(),
                        network(config).trainingSchedule(),
                        images.classes(),
                        Streams.of(1, "training"),
                        session)
                .learn(images, 0, images.size());
        assertTrue(session.deviceWrites > 100, "it learns");
    }

    /** Solves for all rows before each read. */
    private record FreshMatrix(DeviceCrossbar cells, Wires wires) implements Crossbar {
        @Override
        public void read(int[] activeRows, int count, float[] amps, Session session) {
            double[] volts = new double[rows()];
            for (int i = 0; i < count; i++) {
                volts[activeRows[i]] = readVolts();
            }
            double[][] siemens = new double[rows()][columns()];
            float[][] now = conductances();
            for (int i = 0; i < siemens.length; i++) {
                for (int j = 0; j < siemens[i].length; j++) {
                    siemens[i][j] = now[i][j];
                }
            }
            double[] exact = new double[columns()];
            new TransferMatrix(wires, siemens, 1).read(volts, exact);
            for (int j = 0; j < exact.length; j++) {
                amps[j] = (float) exact[j];
            }
        }

        @Override
        public int rows() {
            return cells.rows();
        }

        @Override
        public int columns() {
            return cells.columns();
        }

        @Override
        public double readVolts() {
            return cells.readVolts();
        }

        @Override
        public PulseResponse response() {
            return cells.response();
        }

        @Override
        public void read(float[] volts, float[] amps, Session session) {
            throw new UnsupportedOperationException("no network reads so");
        }

        @Override
        public void readLine(Line line, int index, float[] siemens, Session session) {
            cells.readLine(line, index, siemens, session);
        }

        @Override
        public void program(Line line, int index, float[] pulses, Session session) {
            cells.program(line, index, pulses, session);
        }

        @Override
        public void preset(float[][] siemens) {
            cells.preset(siemens);
        }

        @Override
        public void place(Line line, int index, float[] targets, Session session) {
            cells.place(line, index, targets, session);
        }

        @Override
        public float[][] conductances() {
            return cells.conductances();
        }
    }

    @Test
    void segmentsAreThoseOfTheCircuitUnlessTheConfigSaysMore() {
        ExperimentConfig config = TinyExperiment.config("circuit.node=45 nm").resolved();
        CellArray priced = CorePricing.core(config, 30).tile().array();
        assertTrue(priced.rowOhmsPerCell() > 0.1, priced.rowOhmsPerCell() + " ohm");
        Wires wires = ConfiguredCrossbar.wires(config, 30, 12);
        assertEquals(priced.rowOhmsPerCell(), wires.wordSegmentOhms()[29][10]);
        assertEquals(priced.columnOhmsPerCell(), wires.bitSegmentOhms()[28][11]);
        Wires partly = ConfiguredCrossbar.wires(
                TinyExperiment.config("circuit.node=45 nm", "crossbar.wires.bit_segment=3 ohm")
                        .resolved(),
                30,
                12);
        assertEquals(priced.rowOhmsPerCell(), partly.wordSegmentOhms()[29][10]);
        assertEquals(3, partly.bitSegmentOhms()[28][11]);
    }

    @Test
    void everyKeyOfTheWiresIsWhereItSays() {
        Wires wires = ConfiguredCrossbar.wires(
                TinyExperiment.config(
                                "crossbar.wires={segment: 2 ohm, word_segment: 3 ohm, driver: 100 ohm, sense: 50 ohm}")
                        .resolved(),
                4,
                5);
        assertArrayEquals(new double[] {3, 3, 3, 3}, wires.wordSegmentOhms()[3]);
        assertArrayEquals(new double[] {2, 2, 2, 2, 2}, wires.bitSegmentOhms()[2]);
        assertArrayEquals(new double[] {100, 100, 100, 100}, wires.leftOhms());
        assertEquals(Double.POSITIVE_INFINITY, wires.rightOhms()[0]);
        assertEquals(Double.POSITIVE_INFINITY, wires.topOhms()[0]);
        assertArrayEquals(new double[] {50, 50, 50, 50, 50}, wires.bottomOhms());
        Wires both = ConfiguredCrossbar.wires(
                TinyExperiment.config("crossbar.wires={segment: 2 ohm, driver: 100 ohm, double_sided: true}")
                        .resolved(),
                4,
                5);
        assertArrayEquals(both.leftOhms(), both.rightOhms());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "crossbar.wires={segment: 1 ohm, word_segment: 1 ohm, bit_segment: 1 ohm}"
                        + "| crossbar.wires has segment, word_segment and bit_segment; expected segment or the two others",
                "crossbar.wires.segment=2.5 | ohm",
                "crossbar.wires.segment=-1 ohm | at least 0 ohm",
                "crossbar.wires.tolerance=0.5 | at most 0.01",
                "crossbar.wires.unselected=half | grounded, floating",
                "crossbar.backend=wires | device, wire"
            })
    void mistakesAreNamed(String setting, String expected) {
        var e = assertThrows(UserError.class, () -> TinyExperiment.config(WIRE, setting));
        assertTrue(e.getMessage().contains(expected), e.getMessage());
    }

    private static float[][] conductances(Outcome outcome) {
        return outcome.crossbar().conductances();
    }
}
