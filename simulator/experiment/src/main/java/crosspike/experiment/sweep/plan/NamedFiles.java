package crosspike.experiment.sweep.plan;

import crosspike.experiment.config.ConfigFile;
import crosspike.input.Document;
import crosspike.input.Node;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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

    /**
     * Settings with what a file holds in the place of its name, which is absolute; also where it is named within a mapping.
     *
     * @param file key that names it, such as {@code device.file}
     * @param instead key of what it holds
     */
    static Map<String, Node> replaced(
            Map<String, Node> settings, String file, String instead, Function<Path, Node> content) {
        Map<String, Node> others = new LinkedHashMap<>(settings);
        others.replaceAll((key, value) -> value instanceof Node.Mapping && file.startsWith(key + ".")
                ? replaced(key, value, file, instead, content)
                : value);
        if (others.get(file) instanceof Node.Scalar name && !name.isNull()) {
            others.remove(file);
            others.put(instead, content.apply(Path.of(name.text())));
        }
        return others;
    }

    private static Node replaced(String key, Node value, String file, String instead, Function<Path, Node> content) {
        Document alone = new Document("axis", new Node.Mapping(Map.of(), value.place())).with("axis", key, value);
        return alone.at(file)
                .filter(name -> name instanceof Node.Scalar && !name.isNull())
                .map(name -> content.apply(Path.of(((Node.Scalar) name).text())))
                .map(held -> alone.with("axis", file, "").with("axis", instead, held))
                .flatMap(document -> document.at(key))
                .orElse(value);
    }
}
