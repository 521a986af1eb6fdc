package crosspike.experiment.sweep.plan;

import crosspike.experiment.config.ConfigFile;
import crosspike.input.Document;
import crosspike.input.Node;
import crosspike.input.UserError;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Data sheets, each read once, to be put into configs in place of their names. */
final class Devices {
    private static final String PRESET = "device.preset";
    static final String FILE = "device.file";
    private static final String DEFINITION = "device.definition";

    /** Empty for what cannot be read: the config that names it will say so, and where. */
    private final Map<String, Optional<Node>> sheets = new ConcurrentHashMap<>();

    /** A config with its data sheet, by whatever name it was given, written out. */
    ConfigFile writtenOut(ConfigFile config) {
        Document document = config.document();
        if (text(document, DEFINITION).isPresent()) return config;
        Optional<Node> file = text(document, FILE);
        String name = file.isPresent()
                ? "file " + file.get().typed()
                : "preset " + text(document, PRESET).map(Node::typed).orElse("ideal");
        return sheets.computeIfAbsent(name, unread -> sheet(config))
                .map(sheet -> config.with("device", DEFINITION, sheet))
                .orElse(config);
    }

    /** A config that needs no device file any more. */
    ConfigFile withoutFile(ConfigFile config) {
        return text(config.document(), FILE).isPresent() ? writtenOut(config) : config;
    }

    /** Settings that need no device file any more; its name is absolute. */
    Map<String, Node> withoutFile(Map<String, Node> settings) {
        return NamedFiles.replaced(
                settings, FILE, DEFINITION, file -> Document.read(file).root());
    }

    private static Optional<Node> text(Document document, String key) {
        return document.at(key).filter(node -> !node.isNull());
    }

    private static Optional<Node> sheet(ConfigFile config) {
        try {
            return Optional.of(config.sheet());
        } catch (UserError saidLater) {
            return Optional.empty();
        }
    }
}
