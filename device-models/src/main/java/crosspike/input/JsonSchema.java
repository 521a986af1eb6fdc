package crosspike.input;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Describes the documents of a record so that editors complete and check them. */
public final class JsonSchema {
    private JsonSchema() {}

    /** The JSON Schema (draft 2020-12) of the documents that {@link RecordReader} accepts for {@code type}. */
    public static String of(Class<? extends Record> type, String title) {
        ObjectNode schema = JsonText.object();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema").put("title", title);
        RecordShape.of(type).describe(schema);
        return JsonText.json(schema);
    }
}
