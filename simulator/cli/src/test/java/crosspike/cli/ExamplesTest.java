package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import crosspike.device.library.DeviceLibrary;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.sweep.plan.Sweep;
import crosspike.input.Document;
import crosspike.input.Installation;
import crosspike.input.RecordReader;
import crosspike.input.RecordWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Every file of docs/examples is read, fits the schema, and runs; a new example is tested by being there. */
class ExamplesTest {

    static List<Path> examples() throws IOException {
        return yamlFiles(Installation.path("docs", "examples"));
    }

    static List<Path> devices() throws IOException {
        return yamlFiles(Installation.path("calibration-data", "devices"));
    }

    static List<Path> sweeps() throws IOException {
        return yamlFiles(Installation.path("docs", "examples", "sweeps"));
    }

    @ParameterizedTest
    @MethodSource("sweeps")
    void aSweepFitsTheSchemaAndEachOfItsPointsIsRight(Path plan) throws IOException {
        assertEquals(List.of(), violations("sweep", plan));
        Sweep sweep = Sweep.read(plan);
        for (int point = 0; point < sweep.size(); point++) {
            sweep.experiment(point);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"device-ranking.yaml", "pruning-every-device.yaml"})
    void sweepsOverAllDevicesHaveEveryDevice(String plan) throws IOException {
        Sweep sweep = Sweep.read(Installation.path("docs", "examples", "sweeps", plan));
        assertEquals(
                DeviceLibrary.installed().names(),
                IntStream.range(0, sweep.size())
                        .mapToObj(point -> sweep.labels(point).get(0))
                        .distinct()
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsReadAndWrittenBack(Path example) {
        ExperimentConfig config = RecordReader.read(Document.readWithBase(example), ExperimentConfig.class);
        String yaml = RecordWriter.toYaml(config);
        assertEquals(config, RecordReader.read(Document.parse(yaml, "written"), ExperimentConfig.class));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleFitsTheSchema(Path example) throws IOException {
        assertEquals(List.of(), violations("config", example));
    }

    @ParameterizedTest
    @MethodSource("devices")
    void aDeviceFitsTheSchema(Path device) throws IOException {
        assertEquals(List.of(), violations("device", device));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleOnBundledDataRuns(Path example, @TempDir Path folder) {
        ExperimentConfig config = RecordReader.read(Document.readWithBase(example), ExperimentConfig.class);
        assumeTrue(config.data().set().equals("digits"), "its data do not come with Crosspike");
        StringWriter err = new StringWriter();
        CommandLine commandLine = Crosspike.commandLine()
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err));
        String out = folder.resolve("run").toString();
        String[] arguments = {
            "run",
            example.toString(),
            "--out",
            out,
            "--set",
            "data.training=100",
            "--set",
            "data.labelling=100",
            "--set",
            "data.test=50",
            "--set",
            "network.outputs=20",
            "--set",
            "learning.epochs=1"
        };
        assertEquals(0, Main.execute(commandLine, arguments), err::toString);
    }

    private static List<String> violations(String kind, Path file) throws IOException {
        StringWriter out = new StringWriter();
        CommandLine commandLine = Crosspike.commandLine().setOut(new PrintWriter(out));
        assertEquals(0, Main.execute(commandLine, "schema", kind));
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(out.toString(), InputFormat.JSON);
        return schema.validate(Files.readString(file), InputFormat.YAML).stream()
                .map(Object::toString)
                .toList();
    }

    private static List<Path> yamlFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }
}
