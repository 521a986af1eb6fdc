package crosspike.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Describes the documents of a record so that editors complete and check them. */
public final class JsonSchema {
    private JsonSchema() {}

    /** The JSON Schema (draft 2020-12) of the documents that {@link RecordReader} accepts for {@code type}. */
    public static String of(Class<? extends Record> type, String title) {
        return JsonText.json(describe(type, title));
    }

    /**
     * The same for files read by {@link Document#readWithBase}: they may name a base, and with one none of their own keys
     * is required.
     */
    public static String withBase(Class<? extends Record> type, String title) {
        ObjectNode schema = describe(type, title);
        schema.withObjectProperty("properties")
                .putObject("base")
                .put("description", "File whose keys hold where this one says nothing; relative to this file.")
                .put("type", "string");
        JsonNode required = schema.remove("required");
        if (required != null) {
            ArrayNode either = schema.putArray("anyOf");
            either.addObject().putArray("required").add("base");
            either.addObject().set("required", required);
        }
        return JsonText.json(schema);
    }

    private static ObjectNode describe(Class<? extends Record> type, String title) {
        ObjectNode schema = JsonText.object();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema").put("title", title);
        new RecordShape(type).describe(schema);
        return schema;
    }
}
