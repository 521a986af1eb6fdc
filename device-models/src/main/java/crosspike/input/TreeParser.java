package crosspike.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Turns the tokens of a YAML or JSON text into {@link Node}s that know their lines. Anchors, aliases and tags are refused. */
final class TreeParser {
    private static final int DEEPEST = 50;

    private final String text;
    private final IntFunction<Place> places;

    private TreeParser(String text, IntFunction<Place> places) {
        this.text = text;
        this.places = places;
    }

    /**
     * The tree in {@code text}; empty if there is nothing in it but blanks and comments.
     *
     * @param places from a line to the place that errors name
     * @throws UserError if the text is broken, ambiguous or nested too deeply
     */
    static Optional<Node> parse(String text, boolean isJson, IntFunction<Place> places) {
        return new TreeParser(text, places).parse(isJson ? new JsonFactory() : new YAMLFactory());
    }

    private Optional<Node> parse(JsonFactory factory) {
        try (JsonParser tokens = factory.createParser(text)) {
            if (tokens.nextToken() == null) return Optional.empty();
            Node root = value(tokens, line(tokens), 0);
            if (tokens.nextToken() != null) {
                throw new UserError(place(tokens) + ": a second document starts here; expected only one");
            }
            return Optional.of(root);
        } catch (JsonProcessingException e) {
            throw broken(e);
        } catch (IOException e) {
            throw new UserError(places.apply(1) + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private Node value(JsonParser tokens, int line, int depth) throws IOException {
        if (depth > DEEPEST) throw new UserError(place(tokens) + ": nested deeper than " + DEEPEST + " levels");
        refuseAnchorsAndTags(tokens);
        Place place = places.apply(line);
        JsonToken token = tokens.currentToken();
        if (token == JsonToken.START_OBJECT) return mapping(tokens, place, depth);
        if (token == JsonToken.START_ARRAY) return sequence(tokens, place, depth);
        Node.Kind kind = switch (token) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Node.Kind.NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> isBoolean(tokens.getText()) ? Node.Kind.BOOLEAN : Node.Kind.TEXT;
            case VALUE_NULL -> Node.Kind.NULL;
            default -> Node.Kind.TEXT;
        };
        return new Node.Scalar(tokens.getText(), kind, place);
    }

    /** YAML 1.1 would also take {@code yes} and {@code off}; YAML 1.2 and people mean words. */
    private static boolean isBoolean(String text) {
        return text.equals("true") || text.equals("false");
    }

    private Node mapping(JsonParser tokens, Place place, int depth) throws IOException {
        Map<String, Node> entries = new LinkedHashMap<>();
        while (tokens.nextToken() != JsonToken.END_OBJECT) {
            refuseAnchorsAndTags(tokens);
            String key = tokens.currentName();
            int line = line(tokens);
            if (key.isEmpty()) throw new UserError(places.apply(line) + ": a key is empty; expected a name");
            if (entries.containsKey(key)) {
                throw new UserError(places.apply(line) + ": the key " + Quoting.quoted(key) + " was already given in "
                        + entries.get(key).place());
            }
            tokens.nextToken();
            entries.put(key, value(tokens, line, depth + 1));
        }
        return new Node.Mapping(entries, place);
    }

    private Node sequence(JsonParser tokens, Place place, int depth) throws IOException {
        List<Node> items = new ArrayList<>();
        while (tokens.nextToken() != JsonToken.END_ARRAY) items.add(value(tokens, line(tokens), depth + 1));
        return new Node.Sequence(items, place);
    }

    private void refuseAnchorsAndTags(JsonParser tokens) throws IOException {
        if (tokens instanceof YAMLParser yaml
                && (yaml.isCurrentAlias() || yaml.getObjectId() != null || yaml.getTypeId() != null)) {
            throw new UserError(place(tokens) + ": YAML anchors, aliases and tags (& * !) are not supported;"
                    + " repeat the value, or put text in quotes");
        }
    }

    private UserError broken(JsonProcessingException e) {
        int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
        String problem = JsonFile.problem(e);
        if (problem.startsWith("Expected a field name"))
            problem = "a list or mapping stands for a key; expected a name";
        if (e.getCause() instanceof MarkedYAMLException marked) {
            line = marked.getProblemMark().getLine() + 1;
            problem = text.lines().skip(line - 1L).findFirst().orElse("").matches(" *\t.*")
                    ? "a tab indents this line; YAML allows only spaces"
                    : marked.getProblem();
        }
        if (e.getCause() instanceof ReaderException unprintable) {
            String character = Character.toString(unprintable.getCodePoint());
            line = (int) text.substring(0, text.indexOf(character) + 1).lines().count();
            problem = "the character " + Quoting.quoted(character) + " is not allowed; expected text";
        }
        return new UserError(places.apply(line) + ": " + problem, e);
    }

    private Place place(JsonParser tokens) {
        return places.apply(line(tokens));
    }

    private static int line(JsonParser tokens) {
        return tokens.currentTokenLocation().getLineNr();
    }
}
