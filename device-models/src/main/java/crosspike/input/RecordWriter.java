package crosspike.input;

/** Writes records with their defaults and units filled in; {@link RecordReader} reads the text back into an equal record. */
public final class RecordWriter {
    private RecordWriter() {}

    public static String toYaml(Record record) {
        return JsonText.yaml(JsonText.of(new RecordShape(record.getClass()).write(record)));
    }

    public static String toJson(Record record) {
        return JsonText.json(JsonText.of(new RecordShape(record.getClass()).write(record)));
    }

    /** What a config calls a constant of an enum: {@code soft-bounds} for {@code SOFT_BOUNDS}. */
    public static String name(Enum<?> constant) {
        return EnumShape.name(constant);
    }

    /** What a config calls a record of a sealed interface: {@code stuck-at} for {@code StuckAt}. */
    public static String kind(Record record) {
        return VariantShape.kind(record.getClass());
    }
}
