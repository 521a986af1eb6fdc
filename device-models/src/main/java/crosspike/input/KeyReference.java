package crosspike.input;

import java.util.Optional;

/** The keys of a record as Markdown tables, one for each record inside, written from the {@link Key} declarations. */
public final class KeyReference {
    private final StringBuilder text = new StringBuilder();

    private KeyReference() {}

    /** Tables of all keys that {@link RecordReader} accepts for {@code type}: what to write, default, meaning. */
    public static String markdown(Class<? extends Record> type) {
        KeyReference reference = new KeyReference();
        reference.table(RecordShape.of(type), "");
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
                    .ifPresent(variants -> variants.kinds().forEach((kind, keys) -> {
                        text.append("\n## ")
                                .append(inside)
                                .append(", kind: ")
                                .append(kind)
                                .append("\n\n");
                        table(keys, "");
                    }));
        }
    }

    private static Optional<VariantShape> variants(Shape shape) {
        Shape element = shape instanceof ListShape list ? list.element() : shape;
        return element instanceof VariantShape variants ? Optional.of(variants) : Optional.empty();
    }

    private void row(String path, Field field) {
        boolean isRecord = field.shape() instanceof RecordShape;
        String value = isRecord
                ? "keys, [below](#" + anchor(path) + ")"
                : field.shape().expected();
        text.append("| `").append(path).append("` | ");
        text.append(cell(value)).append(" | ");
        text.append(cell(byDefault(field))).append(" | ");
        text.append(cell(field.key().doc())).append(" |\n");
    }

    private static String byDefault(Field field) {
        return Optional.of(field.key().defaultValue())
                .filter(typed -> !typed.isEmpty())
                .map(typed -> "`" + typed + "`")
                .orElse(field.mayBeAbsent() ? "" : "required");
    }

    /** The anchor that Markdown gives to a heading of dots and underscores. */
    private static String anchor(String path) {
        return path.replace(".", "");
    }

    private static String cell(String words) {
        return words.replace("|", "\\|");
    }
}
