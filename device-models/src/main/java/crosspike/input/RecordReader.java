package crosspike.input;

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
        return type.cast(RecordShape.of(type).read(document.root(), ""));
    }
}
