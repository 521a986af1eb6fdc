package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import crosspike.experiment.config.DeviceConfig;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.input.Document;
import crosspike.input.Installation;
import crosspike.input.JsonSchema;
import crosspike.input.RecordReader;
import crosspike.input.RecordWriter;
import crosspike.input.UserError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is typed for a key of the config, it is taken or refused in one line that names the key: in full, or, where keys
 * contradict each other, by the record they are in.
 */
class EveryConfigKeyPropertyTest {
    private static final List<String> VALUES = List.of(
            "NaN", "-1", "0", "1e99", "x", "", "[1]", "{a: 1}", "true", "5 V", "5 s", "150 %", "-1 Hz", "1e-99 m");
    private static final Document COMPLETE = complete();

    static List<String> keys() throws IOException {
        List<String> keys = new ArrayList<>();
        collect(JsonMapper.builder().build().readTree(JsonSchema.of(ExperimentConfig.class, "config")), "", keys);
        return keys;
    }

    @Test
    void theKeysOfInnerRecordsAreAmongThem() throws IOException {
        assertTrue(keys().containsAll(List.of("seed", "network.input_rate", "device.definition.cell.width_F")));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aValueIsTakenOrTheKeyIsNamed(String key) {
        for (String value : VALUES) {
            try {
                RecordReader.read(COMPLETE.with(key, value), ExperimentConfig.class);
            } catch (UserError e) {
                String message = e.getMessage();
                assertTrue(
                        message.contains(key) || message.startsWith(record(key) + " (") && message.contains(last(key)),
                        () -> key + "=" + value + ": " + message);
                assertTrue(message.lines().count() == 1, message);
            }
        }
    }

    private static String record(String key) {
        return key.substring(0, Math.max(0, key.lastIndexOf('.')));
    }

    private static String last(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    /** A config with a whole device in it. */
    private static Document complete() {
        Document demo = Document.read(Installation.path("docs", "examples", "demo.yaml"));
        ExperimentConfig config = RecordReader.read(demo, ExperimentConfig.class);
        DeviceConfig device = config.device().resolved();
        Document definition = Document.parse(
                "device: {definition: " + RecordWriter.toJson(device.sheet()).replace("\n", " ") + "}", "device");
        return definition.over(demo.with("device", "{}"));
    }

    private static void collect(JsonNode schema, String path, List<String> keys) {
        schema.path("properties").properties().forEach(entry -> {
            String key = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
            keys.add(key);
            collect(entry.getValue(), key, keys);
        });
        schema.path("oneOf").forEach(kind -> collect(kind, path, keys));
        schema.path("allOf").forEach(condition -> collect(condition.path("then"), path, keys));
    }
}
