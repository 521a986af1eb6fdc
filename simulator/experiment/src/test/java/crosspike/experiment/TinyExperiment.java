package crosspike.experiment;

import crosspike.experiment.config.ConfigFile;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.input.Document;
import crosspike.input.RecordReader;
import crosspike.snn.dataset.Dataset;
import crosspike.snn.dataset.ImageSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;

/** Four kinds of bars on 6 x 6 pixels, which a dozen neurons on made-up cells learn in a moment. */
public final class TinyExperiment {
    private static final int SIDE = 6;
    private static final String CONFIG = """
            crosspike: 1
            name: bars
            network: {outputs: 12, background: 150 %, test_display: 90 ms}
            learning: {epochs: 2, a: 0.3, c: 0.08}
            device:
              definition:
                name: made-up
                title: made-up cell
                technology: rram
                sources: [none]
                conductance: {min: 1 uS, max: 20 uS}
                response: pulsed
                potentiation: {pulses: 64, nonlinearity: 1, voltage: 2 V, width: 100 ns}
                depression: {pulses: 64, nonlinearity: -1, voltage: -1.5 V, width: 80 ns}
                read: {voltage: 0.5 V, width: 5 ns}
                cell: {width_F: 4, height_F: 4}
            """;

    private TinyExperiment() {}

    /** The config with further lines of YAML, each {@code key=value} as after {@code --set}. */
    public static ExperimentConfig config(String... overrides) {
        Document document = Document.parse(CONFIG, "bars.yaml");
        for (String override : overrides) {
            int equals = override.indexOf('=');
            document = document.with(override.substring(0, equals), override.substring(equals + 1));
        }
        return RecordReader.read(document, ExperimentConfig.class);
    }

    /** The same as a file. */
    public static ConfigFile file(Path folder) throws IOException {
        return ConfigFile.read(Files.writeString(folder.resolve("bars.yaml"), CONFIG));
    }

    public static Dataset data() {
        return new Dataset("bars", images(240, 1), images(120, 2), Map.of());
    }

    static Outcome run(String... overrides) {
        return NetworkExperiment.of(config(overrides), data(), Progress.SILENT, 1, Hardware.REFUSED)
                .run();
    }

    private static ImageSet images(int count, long seed) {
        var random = new SplittableRandom(seed);
        byte[][] pixels = new byte[count][SIDE * SIDE];
        byte[] labels = new byte[count];
        for (int n = 0; n < count; n++) {
            labels[n] = (byte) (n % 4);
            for (int i = 0; i < SIDE * SIDE; i++) {
                int x = i % SIDE;
                int y = i / SIDE;
                boolean lit = switch (labels[n]) {
                    case 0 -> x < 2;
                    case 1 -> x >= 4;
                    case 2 -> y < 2;
                    default -> y >= 4;
                };
                pixels[n][i] = (byte) (lit ? 180 + random.nextInt(76) : random.nextInt(30));
            }
        }
        return new ImageSet("bars", SIDE, SIDE, 4, pixels, labels);
    }
}
