package crosspike.input;

import java.util.Optional;
import java.util.stream.Collectors;

/** The keys of a record as Markdown tables, one for each record inside, written from the {@link Key} declarations. */
public final class KeyReference {
    private final StringBuilder text = new StringBuilder();

    private KeyReference() {}

    /** Tables of all keys that {@link RecordReader} accepts for {@code type}: what to write, default, meaning. */
    public static String markdown(Class<? extends Record> type) {
        KeyReference reference = new KeyReference();
        reference.table(new RecordShape(type), "");
        return reference.text.toString();
    }

    private void table(RecordShape shape, String path) {
        text.append("| key | value | default | meaning |\n|---|---|---|---|\n");
        for (Field field : shape.fields()) {
            row(Shape.child(path, field.name()), field);
        }
        for (Field field : shape.fields()) {
            String inside = Shape.child(path, field.name());
            if (field.shape() instanceof RecordShape inner) {
                text.append("\n## ").append(inside).append("\n\n");
                text.append(field.key().doc()).append("\n\n");
                table(inner, inside);
            }
            variants(field.shape())
                    .ifPresent(variants -> variants.kinds().keySet().forEach(kind -> {
                        text.append("\n## ")
                                .append(heading(field, inside, kind))
                                .append("\n\n");
                        table(variants.shape(kind), field.shape() == variants ? inside : "");
                    }));
        }
    }

    private static String heading(Field field, String path, String kind) {
        return path + ", " + field.follows().map(followed -> followed + ".").orElse("") + "kind: " + kind;
    }

    private static Optional<VariantShape> variants(Shape shape) {
        Shape element = shape instanceof ListShape list ? list.element() : shape;
        return element instanceof VariantShape variants ? Optional.of(variants) : Optional.empty();
    }

    private void row(String path, Field field) {
        String value = field.shape().expected();
        if (field.shape() instanceof RecordShape) value = "keys, " + below(path, "below");
        if (field.shape() instanceof VariantShape variants) {
            value = "keys by " + field.follows().map(followed -> followed + ".").orElse("") + "kind: "
                    + variants.kinds().keySet().stream()
                            .map(kind -> below(heading(field, path, kind), kind))
                            .collect(Collectors.joining(", "));
        }
        text.append("| `").append(path).append("` | ");
        text.append(cell(value)).append(" | ");
        text.append(cell(byDefault(field))).append(" | ");
        text.append(cell(field.key().doc())).append(" |\n");
    }

    private static String byDefault(Field field) {
        String usual = field.shape() instanceof VariantShape variants
                        && field.follows().isEmpty()
                        && !variants.usual().isEmpty()
                ? "kind: " + variants.usual()
                : field.key().defaultValue();
        return Optional.of(usual)
                .filter(typed -> !typed.isEmpty())
                .map(typed -> "`" + typed + "`")
                .orElse(field.mayBeAbsent() ? "" : "required");
    }

    /** A link to a heading, by the anchor that Markdown gives to it. */
    private static String below(String heading, String words) {
        return "[" + words + "](#" + heading.replaceAll("[.,:]", "").replace(" ", "-") + ")";
    }

    private static String cell(String words) {
        return words.replace("|", "\\|");
    }
}
