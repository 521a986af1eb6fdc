package crosspike.experiment.sweep;

import crosspike.experiment.TinyExperiment;
import crosspike.experiment.sweep.SweepRun.Outcome;
import crosspike.experiment.sweep.plan.Sweep;
import crosspike.experiment.sweep.plan.SweepPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps of a network that learns in no time. */
abstract class TinySweeps {
    static final String LEVELS_AND_NODES = """
            axes:
            - {key: device.levels, values: [4, 32]}
            - {key: circuit.node, values: [32 nm, 22 nm, 14 nm]}
            seeds: 2
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void writeBase() throws IOException {
        TinyExperiment.file(folder);
        Files.writeString(
                folder.resolve("base.yaml"),
                "base: bars.yaml\ndata: {training: 60, test: 60}\nlearning: {epochs: 1}\n");
    }

    Sweep sweep(String keys) {
        String yaml = "sweep: 1\nbase: base.yaml\n\n" + keys;
        Path file = folder.resolve("plan.yaml");
        return Sweep.of(SweepPlan.parse(yaml, file.toString()), file);
    }

    Outcome run(String keys, String out, int jobs) {
        Sweep sweep = sweep(keys);
        Path target = folder.resolve(out);
        return SweepRun.run(sweep, target, Shard.ALL, engine(sweep, target, jobs), SweepProgress.SILENT);
    }

    static Engine engine(Sweep sweep, Path out, int jobs) {
        return LocalEngine.of(sweep, jobs, out, any -> TinyExperiment.data());
    }

    List<Path> files(String path) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(path))) {
            return files.sorted().toList();
        }
    }

    byte[] bytes(String file) throws IOException {
        return Files.readAllBytes(folder.resolve(file));
    }
}
