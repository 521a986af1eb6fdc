package crosspike.experiment.run;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Records as JSON text, the same bytes on every machine: components in the order of the record, maps sorted by key, two
 * spaces and {@code \n}, names by {@link SiNames}, numbers as {@link NumberText}. JSON has no word for numbers that are
 * not finite, so they are the strings {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"} and read back as such.
 */
public final class JsonFiles {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(new SiNames())
            .addModule(new SimpleModule()
                    .addSerializer(double.class, new DoubleWriter())
                    .addSerializer(Double.class, new DoubleWriter()))
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .defaultPrettyPrinter(new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    private JsonFiles() {}

    /** The JSON text of a record, ending with a newline. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e); // a record of ours that Jackson cannot write: a bug
        }
    }

    /** The JSON text of a record in one line, without its end. */
    public static String line(Object value) {
        try {
            return MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e); // as above
        }
    }

    /**
     * The record in a JSON text; every component must be there, and nothing else.
     *
     * @throws JsonProcessingException saying line and key, if the text is not JSON or not such a record
     */
    public static <T> T read(String json, Class<T> type) throws JsonProcessingException {
        T record = MAPPER.readValue(json, type);
        if (record == null) throw MismatchedInputException.from(null, type, "null is no record");
        return record;
    }

    private static final class DoubleWriter extends StdSerializer<Double> {
        private static final long serialVersionUID = 1L;

        DoubleWriter() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeNumber(value + 0.0); // as NumberText does for negative zero
        }
    }
}
