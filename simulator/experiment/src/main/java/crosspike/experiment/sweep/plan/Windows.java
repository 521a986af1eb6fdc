package crosspike.experiment.sweep.plan;

import crosspike.experiment.config.ConfigFile;
import crosspike.experiment.config.WindowConfig;
import crosspike.input.Document;
import crosspike.input.Node;
import crosspike.input.RecordReader;
import crosspike.input.RecordWriter;
import java.util.Map;

/** Measured STDP windows, put into configs in place of the names of their files. */
final class Windows {
    private static final String WINDOW = "learning.window";
    private static final String POINTS = WINDOW + ".points";
    static final String FILE = WINDOW + ".file";

    private Windows() {}

    /** A config that needs no file of a window any more. */
    static ConfigFile withoutFile(ConfigFile config) {
        return config.document()
                .at(FILE)
                .filter(file -> !file.isNull())
                .map(file -> config.with(
                        "base",
                        WINDOW,
                        written(RecordReader.read(config.document(), WINDOW, WindowConfig.class))
                                .root()))
                .orElse(config);
    }

    /** Settings that need no file of a window any more; its name is absolute. */
    static Map<String, Node> withoutFile(Map<String, Node> settings) {
        return NamedFiles.replaced(
                settings,
                FILE,
                POINTS,
                file -> written(WindowConfig.ofFile(file)).at("points").orElseThrow());
    }

    private static Document written(WindowConfig window) {
        return Document.parse(RecordWriter.toYaml(window.resolved()), WINDOW);
    }
}
