package crosspike.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import crosspike.circuit.CostReport.Component;
import crosspike.circuit.CostReport.Spent;
import crosspike.crossbar.CellAccess;
import crosspike.crossbar.CellOptions;
import crosspike.crossbar.DeviceCrossbar;
import crosspike.crossbar.Line;
import crosspike.crossbar.Programming;
import crosspike.crossbar.Session;
import crosspike.device.ConductanceRange;
import crosspike.device.ExponentialResponse;
import crosspike.device.Pulse;
import crosspike.device.PulseCurve;
import crosspike.device.Staircase;
import crosspike.device.Waveforms;
import crosspike.device.nonideality.CycleToCycle;
import crosspike.device.nonideality.Nonideality;
import crosspike.device.nonideality.ReadNoise;
import crosspike.device.nonideality.StuckAt;
import crosspike.random.Streams;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrayPriceAdditivityTest {
    private static final ConductanceRange RANGE = new ConductanceRange(1e-7f, 5e-6f);
    private static final Waveforms WAVEFORMS = new Waveforms(
            new Pulse(0.5, 5e-9),
            new Pulse(2, 1e-8),
            new Pulse(-1.5, 2e-8),
            new Staircase(0.05, 0),
            new Staircase(0, 1e-9));

    /** Any work on any array: what the components cost is what the array spent, in every phase, nothing twice. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void thePartsOfThePriceAreTheEnergyTheArraySpent(long seed) {
        var cases = new SplittableRandom(seed);
        int rows = cases.nextInt(1, 12);
        int columns = cases.nextInt(1, 12);
        Session training = work(cases, rows, columns);
        Session inference = work(cases, rows, columns);
        CostReport report = new ArrayPrice(rows, columns, 1, false, 4, 4, 32e-9, RANGE, WAVEFORMS)
                .price(
                        Map.of("training", training.activity(), "inference", inference.activity()),
                        Map.of("training", training.energy(), "inference", inference.energy()));
        assertEquals(training.energy().totalJoules(), report.total("training").energyJoules(), 1e-18);
        assertEquals(inference.energy().totalJoules(), report.total("inference").energyJoules(), 1e-18);
        assertEquals(rows * columns * 16 * 32e-9 * 32e-9, report.areaSquareMetres(), 1e-20);
        double joules = 0;
        double seconds = 0;
        for (Component component : report.components()) {
            Spent spent = component.phases().get("training");
            joules += spent.energyJoules();
            seconds += spent.latencySeconds();
        }
        assertEquals(joules, report.total("training").energyJoules(), 1e-18);
        assertEquals(seconds, report.total("training").latencySeconds(), 1e-15);
        assertEquals(
                training.energy().plus(inference.energy()).totalJoules(),
                report.total("training").energyJoules()
                        + report.total("inference").energyJoules(),
                1e-18);
    }

    private static Session work(SplittableRandom cases, int rows, int columns) {
        List<Nonideality> layers =
                List.of(new CycleToCycle(0.02), new StuckAt(0.1, 0.1, 0, null), new ReadNoise(0.02, 0));
        Programming programming = new Programming(Programming.Scheme.values()[cases.nextInt(3)], 0.02, 30);
        var options = new CellOptions(layers, cases.nextLong(), programming, CellAccess.values()[cases.nextInt(2)]);
        var response = new ExponentialResponse(RANGE, PulseCurve.rising(64, 1), PulseCurve.falling(64, -1), 0);
        var crossbar = new DeviceCrossbar(rows, columns, response, WAVEFORMS, options);
        Session session = new Session(Streams.of(cases.nextLong(), "work").stream(0));
        for (int i = 0; i < 30; i++) {
            Line line = Line.values()[cases.nextInt(2)];
            int index = cases.nextInt(line == Line.ROW ? rows : columns);
            float[] values = new float[line == Line.ROW ? columns : rows];
            for (int j = 0; j < values.length; j++) {
                values[j] = cases.nextInt(-20, 30);
            }
            crossbar.program(line, index, values, session);
            for (int j = 0; j < values.length; j++) {
                values[j] = (float) cases.nextDouble(1e-7, 5e-6);
            }
            crossbar.place(line, index, values, session);
            crossbar.readLine(line, index, values, session);
            crossbar.read(new int[] {0}, 1, new float[columns], session);
        }
        return session;
    }
}
