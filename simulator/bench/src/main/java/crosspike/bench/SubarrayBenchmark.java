package crosspike.bench;

import crosspike.circuit.subarray.Cell;
import crosspike.circuit.subarray.CellAccess;
import crosspike.circuit.subarray.Mode;
import crosspike.circuit.subarray.SubArray;
import crosspike.circuit.subarray.SubArrayCost;
import crosspike.circuit.subarray.SubArrayDesign;
import crosspike.circuit.subarray.Workload;
import crosspike.circuit.subarray.WritePulse;
import crosspike.circuit.technology.Flavour;
import crosspike.circuit.technology.TechnologyLibrary;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One point of a design space: an array of another size laid out and priced, as in a sweep. Reading the technology files is
 * not part of it.
 */
@State(Scope.Thread)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SubarrayBenchmark {
    private static final int DESIGNS = 64;

    @Param({"NEUROSIM_COMPATIBLE", "DEFAULT"})
    String mode;

    private final SubArrayDesign[] designs = new SubArrayDesign[DESIGNS];
    private final Workload workload = new Workload(0.5, 0.5, 3, 4, 1e-3, 5);
    private TechnologyLibrary library;
    private Mode corrections;
    private int next;

    @Setup
    public void setUp() {
        library = TechnologyLibrary.shipped();
        corrections = mode.equals("DEFAULT") ? Mode.DEFAULT : Mode.NEUROSIM_COMPATIBLE;
        for (int i = 0; i < DESIGNS; i++) {
            designs[i] = design(128 + 8 * i, 64 + 8 * i);
        }
    }

    @Benchmark
    public SubArrayCost layOutAndPrice() {
        next = (next + 1) % DESIGNS;
        return SubArray.of(designs[next], library, corrections).cost(workload);
    }

    private static SubArrayDesign design(int rows, int columns) {
        Cell cell = new Cell(CellAccess.ONE_TRANSISTOR, 4, 4, 3.8462e-8, 3.0769e-9, 15e3, 1.1, 0, 1);
        return new SubArrayDesign(
                32,
                Flavour.HP,
                300,
                rows,
                columns,
                cell,
                100,
                false,
                false,
                false,
                16,
                16,
                1,
                8,
                2e9,
                0.5,
                new WritePulse(3.2, 3e-4, 97, 2.4),
                new WritePulse(2.8, 3e-4, 100, -4.88));
    }
}
