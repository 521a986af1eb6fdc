package crosspike.experiment.sweep.plan;

import crosspike.experiment.config.ConfigFile;
import crosspike.input.Document;
import crosspike.input.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names of files in settings, which may be read in another folder than that of the plan. */
final class NamedFiles {
    private static final List<String> NAMING = List.of("crossbar", "device", "learning", "nonidealities");

    private NamedFiles() {}

    /** Settings whose files have absolute names; those that have none are relative to the plan. */
    static Map<String, Node> absolute(Map<String, Node> settings) {
        Map<String, Node> absolute = new LinkedHashMap<>(settings);
        absolute.replaceAll((key, value) -> NAMING.contains(key.split("\\.")[0]) ? absolute(key, value) : value);
        return absolute;
    }

    private static Node absolute(String key, Node value) {
        Document alone = new Document("axis", new Node.Mapping(Map.of(), value.place())).with("axis", key, value);
        return ConfigFile.withAbsoluteFiles(alone).at(key).orElse(value);
    }
}
