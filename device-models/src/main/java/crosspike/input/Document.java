package crosspike.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a user wrote, as a tree that remembers where each value came from. Immutable.
 *
 * @param source name of the file
 * @param root its keys and values
 */
public record Document(String source, Node.Mapping root) {
    private static final long LARGEST_BYTES = 2L << 20;
    private static final String BASE = "base";

    /**
     * Reads a YAML file, or a JSON file if its name ends in {@code .json}.
     *
     * @throws UserError if it is missing, not a file, not text, empty, too large or broken
     */
    public static Document read(Path file) {
        return parse(text(file), file.toString());
    }

    /**
     * Reads a file and, where it has a key {@code base}, the file named there (relative to the first) below it, and so on.
     *
     * @throws UserError as {@link #read}, or if a file is its own base
     */
    public static Document readWithBase(Path file) {
        return readWithBase(file, new LinkedHashSet<>());
    }

    private static Document readWithBase(Path file, Set<Path> above) {
        Document document = read(file);
        if (!above.add(file.toAbsolutePath().normalize())) throw new UserError(file + " is its own base");
        return withBase(document, file, above);
    }

    /**
     * This document over the file that its key {@code base} names, if it has one.
     *
     * @param file what that name is relative to: the file this document is a part of
     * @throws UserError as {@link #readWithBase}
     */
    public Document overItsBase(Path file) {
        return withBase(
                this, file, new LinkedHashSet<>(Set.of(file.toAbsolutePath().normalize())));
    }

    private static Document withBase(Document document, Path file, Set<Path> above) {
        Node base = document.root.entries().get(BASE);
        if (base == null) return document;
        if (!(base instanceof Node.Scalar name && name.kind() == Node.Kind.TEXT)) {
            throw new UserError(
                    "base (" + base.place() + ") is " + base.shown() + "; expected the name of another file");
        }
        Map<String, Node> own = new LinkedHashMap<>(document.root.entries());
        own.remove(BASE);
        Path baseFile = beside(file, (Node.Scalar) base);
        if (!Files.exists(baseFile)) {
            throw new UserError(
                    "base (" + base.place() + ") is " + base.shown() + ", but " + baseFile + " does not exist");
        }
        return new Document(document.source, new Node.Mapping(own, document.root.place()))
                .over(readWithBase(baseFile, above));
    }

    /**
     * Parses YAML, or JSON if {@code sourceName} ends in {@code .json}.
     *
     * @param sourceName what errors call the text
     * @throws UserError if it is empty or broken
     */
    public static Document parse(String text, String sourceName) {
        Node root = TreeParser.parse(text, sourceName.endsWith(".json"), line -> new Place(sourceName, line))
                .orElseThrow(() -> new UserError(sourceName + " is empty; expected keys and values"));
        if (root instanceof Node.Mapping mapping) return new Document(sourceName, mapping);
        throw new UserError(root.place() + ": found " + root.shown() + "; expected keys and values");
    }

    /**
     * This document with one value replaced or added.
     *
     * @param path keys separated by dots; elements of lists by their index from 0: {@code sweep.axes.0.key}
     * @param text the value as typed in YAML: {@code 16}, {@code 26 Mohm}, {@code [1, 2]}
     * @throws UserError if the value is broken or the path leads through something that has no keys
     */
    public Document with(String path, String text) {
        return with("--set", path, text);
    }

    /**
     * The same with the option that says so, for messages.
     *
     * @param option such as {@code --set}
     */
    public Document with(String option, String path, String text) {
        return with(option, path, value(option, path, text));
    }

    /**
     * A value as typed in YAML, for {@link #with(String, String, Node)}.
     *
     * @throws UserError if it is broken
     */
    public static Node value(String option, String path, String text) {
        Place place = new Place(option + " " + path, 0);
        return TreeParser.parse(text, false, line -> place).orElse(new Node.Scalar("", Node.Kind.NULL, place));
    }

    /** The same with a value that was read already. */
    public Document with(String option, String path, Node value) {
        List<String> keys = List.of(path.split("\\.", -1));
        if (keys.contains(""))
            throw new UserError(option + " " + Quoting.quoted(path) + " is no key; expected a.b.c=value");
        return new Document(source, (Node.Mapping) replaced(root, keys, 0, value));
    }

    /** The value at a key, if there is one; elements of lists by their index from 0. */
    public Optional<Node> at(String path) {
        List<String> keys = List.of(path.split("\\."));
        return nearest(keys).size() == keys.size() ? Optional.of(node(keys)) : Optional.empty();
    }

    /** The keys that hold no further keys, each with those that lead to it: {@code device.levels}. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        addKeys(root, "", keys);
        return keys;
    }

    private static void addKeys(Node.Mapping mapping, String path, List<String> keys) {
        mapping.entries().forEach((key, value) -> {
            if (value instanceof Node.Mapping below) {
                addKeys(below, path + key + ".", keys);
            } else {
                keys.add(path + key);
            }
        });
    }

    /** As YAML text; comments are lost. */
    public String toYaml() {
        return JsonText.yaml(JsonText.of(root));
    }

    /**
     * This document with the file name at a key, if there is one, taken relative to the file that says it.
     *
     * @param path keys separated by dots; elements of lists by their index from 0
     */
    public Document withFileBeside(String path) {
        return withFileBeside(path, UnaryOperator.identity());
    }

    /** The same as an absolute name, which stays right in whatever file it is written to. */
    public Document withAbsoluteFileBeside(String path) {
        return withFileBeside(path, file -> file.toAbsolutePath().normalize());
    }

    private Document withFileBeside(String path, UnaryOperator<Path> form) {
        List<String> keys = List.of(path.split("\\."));
        if (nearest(keys).size() == keys.size() && node(keys) instanceof Node.Scalar name && !name.isNull()) {
            String beside =
                    form.apply(beside(Path.of(name.place().source()), name)).toString();
            Node.Scalar found = new Node.Scalar(beside, Node.Kind.TEXT, name.place());
            return new Document(source, (Node.Mapping) replaced(root, keys, 0, found));
        }
        return this;
    }

    /**
     * A mistake that shows only after reading, with the key that leads to it and its place in front.
     *
     * @param path keys separated by dots; where they are not all there, the place is that of the last one that is
     */
    public UserError locate(String path, UserError mistake) {
        Place place = node(nearest(List.of(path.split("\\.")))).place();
        return new UserError(Shape.at(path, place) + ": " + mistake.getMessage(), mistake);
    }

    /** The longest start of some keys that is there. */
    private List<String> nearest(List<String> keys) {
        Optional<Node> node = Optional.of(root);
        for (int depth = 0; depth < keys.size(); depth++) {
            node = below(node.get(), keys.get(depth));
            if (node.isEmpty()) return keys.subList(0, depth);
        }
        return keys;
    }

    private Node node(List<String> keys) {
        Node node = root;
        for (String key : keys) {
            node = below(node, key).orElseThrow();
        }
        return node;
    }

    private static Optional<Node> below(Node node, String key) {
        if (node instanceof Node.Mapping mapping)
            return Optional.ofNullable(mapping.entries().get(key));
        return node instanceof Node.Sequence sequence && isIndex(key, sequence)
                ? Optional.of(sequence.items().get(Integer.parseInt(key)))
                : Optional.empty();
    }

    private static boolean isIndex(String key, Node.Sequence sequence) {
        return key.matches("[0-9]{1,6}")
                && Integer.parseInt(key) < sequence.items().size();
    }

    private static Path beside(Path file, Node.Scalar name) {
        try {
            return file.resolveSibling(name.text());
        } catch (InvalidPathException e) {
            throw new UserError(name.place() + ": " + name.shown() + " is no file name", e);
        }
    }

    /** This document laid over another: mappings are merged key by key, everything else of this one replaces the other's. */
    public Document over(Document base) {
        return new Document(source, (Node.Mapping) merged(root, base.root));
    }

    private static Node merged(Node upper, Node lower) {
        if (!(upper instanceof Node.Mapping over && lower instanceof Node.Mapping under)) return upper;
        Map<String, Node> entries = new LinkedHashMap<>(under.entries());
        over.entries().forEach((key, value) -> entries.merge(key, value, (low, high) -> merged(high, low)));
        return new Node.Mapping(entries, over.place());
    }

    private static Node replaced(Node node, List<String> keys, int depth, Node value) {
        if (depth == keys.size()) return value;
        String key = keys.get(depth);
        if (node.isNull()) return replaced(new Node.Mapping(Map.of(), value.place()), keys, depth, value);
        if (node instanceof Node.Mapping mapping) {
            Map<String, Node> entries = new LinkedHashMap<>(mapping.entries());
            Node below = entries.getOrDefault(key, new Node.Mapping(Map.of(), value.place()));
            entries.put(key, replaced(below, keys, depth + 1, value));
            return new Node.Mapping(entries, mapping.place());
        }
        String parent = String.join(".", keys.subList(0, depth));
        if (node instanceof Node.Sequence sequence) {
            List<Node> items = new ArrayList<>(sequence.items());
            if (!isIndex(key, sequence)) {
                throw new UserError(value.place() + ": " + parent + " (" + node.place() + ") is a list of "
                        + items.size() + "; expected an index below that, not " + Quoting.quoted(key));
            }
            int index = Integer.parseInt(key);
            items.set(index, replaced(items.get(index), keys, depth + 1, value));
            return new Node.Sequence(items, sequence.place());
        }
        throw new UserError(value.place() + ": " + parent + " (" + node.place() + ") is " + node.shown()
                + " and has no key " + Quoting.quoted(key));
    }

    private static String text(Path file) {
        try {
            if (Files.notExists(file)) throw new UserError(file + " does not exist");
            if (Files.isDirectory(file)) throw new UserError(file + " is a directory; expected a YAML or JSON file");
            if (Files.size(file) > LARGEST_BYTES) {
                throw new UserError(
                        file + " is larger than " + (LARGEST_BYTES >> 20) + " MiB; expected a YAML or JSON file");
            }
            return ByteOrderMark.without(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new UserError(file + " is not UTF-8 text; expected a YAML or JSON file", e);
        } catch (IOException e) {
            throw Unreadable.error(file, e);
        }
    }
}
