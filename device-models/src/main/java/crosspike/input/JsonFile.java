package crosspike.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** JSON that a user wrote for another tool as well, of any size and with any further keys; {@link Document} is for ours. */
public final class JsonFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonFile() {}

    /**
     * The tree in a file.
     *
     * @param expected what should be in it, for messages
     * @throws UserError if it is missing, no file, no text, empty or broken, or has a key twice
     */
    public static JsonNode read(Path file, String expected) {
        try {
            if (Files.isDirectory(file)) throw new UserError(file + " is a directory; expected " + expected);
            JsonNode root = JSON.readTree(ByteOrderMark.without(Files.readString(file)));
            if (root.isMissingNode()) throw new UserError(file + " is empty; expected " + expected);
            return root;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new UserError(new Place(file.toString(), line) + ": " + problem(e) + "; expected " + expected, e);
        } catch (NoSuchFileException e) {
            throw new UserError(file + " does not exist", e);
        } catch (CharacterCodingException e) {
            throw new UserError(file + " is not UTF-8 text; expected " + expected, e);
        } catch (IOException e) {
            throw Unreadable.error(file, e);
        }
    }

    /** What the parser found, without its advice to programmers. */
    static String problem(JsonProcessingException e) {
        return e.getOriginalMessage()
                .lines()
                .findFirst()
                .orElse("broken JSON")
                .replaceFirst(" \\(start marker at .*|: enable `.*|\\? \\(not recognized .*", "")
                .replaceFirst(", from `.*`\\)", ")");
    }
}
