package crosspike.experiment.sweep.plan;

import crosspike.experiment.config.ConfigFile;
import crosspike.input.Document;
import crosspike.input.Node;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names of fault maps in settings, which may be read in another folder than that of the plan. */
final class FaultMaps {
    private FaultMaps() {}

    /** Settings whose fault maps have absolute names; those that are not are relative to the plan. */
    static Map<String, Node> absolute(Map<String, Node> settings) {
        Map<String, Node> absolute = new LinkedHashMap<>(settings);
        absolute.replaceAll((key, value) -> key.startsWith("nonidealities") ? absolute(key, value) : value);
        return absolute;
    }

    private static Node absolute(String key, Node value) {
        Document alone = new Document("axis", new Node.Mapping(Map.of(), value.place())).with("axis", key, value);
        return ConfigFile.withMapsBeside(alone).at(key).orElseThrow();
    }
}
