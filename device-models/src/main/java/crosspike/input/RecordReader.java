package crosspike.input;

import java.util.Map;

/** Makes records from documents, as their {@link Key} declarations say. */
public final class RecordReader {
    private RecordReader() {}

    /**
     * The record a document describes.
     *
     * @param type a record of which each component is a {@link Key}
     * @throws UserError in one line: the key, its file and line, its value and what is allowed
     */
    public static <R extends Record> R read(Document document, Class<R> type) {
        return type.cast(new RecordShape(type).read(document.root(), ""));
    }

    /**
     * The record that one key of a document describes, with all of its keys absent if the document has no such key.
     *
     * @param key such as {@code circuit} or {@code learning.window}
     * @throws UserError as {@link #read(Document, Class)}
     */
    public static <R extends Record> R read(Document document, String key, Class<R> type) {
        Node node = document.at(key)
                .orElseGet(() -> new Node.Mapping(Map.of(), document.root().place()));
        return type.cast(new RecordShape(type).read(node, key));
    }
}
