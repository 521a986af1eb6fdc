package crosspike.input;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value as the user typed it, not yet interpreted, with the place to name when it turns out to be wrong. */
public sealed interface Node {

    /** Where the key of this value stands, or the value itself where it has no key. */
    Place place();

    /** The value as it appears in an error: short, in one line, quoted if it is text. */
    String shown();

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
    }

    default boolean isNull() {
        return this instanceof Scalar scalar && scalar.kind() == Kind.NULL;
    }
}
