package crosspike.input;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A value as the user typed it, not yet interpreted, with the place to name when it turns out to be wrong. */
public sealed interface Node {

    /** Where the key of this value stands, or the value itself where it has no key. */
    Place place();

    /** The value as it appears in an error: short, in one line, quoted if it is text. */
    String shown();

    /** The value as it is typed in one line: lists in brackets, mappings in braces. */
    String typed();

    /** What the parser took a scalar for. */
    enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        NULL
    }

    /** One word, number or quantity; {@code text} is as typed, without quotes. */
    record Scalar(String text, Kind kind, Place place) implements Node {
        @Override
        public String shown() {
            return switch (kind) {
                case TEXT -> Quoting.quoted(text);
                case NUMBER, BOOLEAN -> Quoting.printable(text);
                case NULL -> "empty";
            };
        }

        @Override
        public String typed() {
            return text;
        }
    }

    /** A list. */
    record Sequence(List<Node> items, Place place) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String shown() {
            return "a list";
        }

        @Override
        public String typed() {
            return items.stream().map(Node::typed).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /** Keys and values in the order typed. */
    record Mapping(Map<String, Node> entries, Place place) implements Node {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public String shown() {
            return "a mapping";
        }

        @Override
        public String typed() {
            return entries.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + entry.getValue().typed())
                    .collect(Collectors.joining(", ", "{", "}"));
        }
    }

    default boolean isNull() {
        return this instanceof Scalar scalar && scalar.kind() == Kind.NULL;
    }
}
