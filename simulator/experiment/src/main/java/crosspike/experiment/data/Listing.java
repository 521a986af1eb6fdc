package crosspike.experiment.data;

import crosspike.input.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One data set as it lies on this machine.
 *
 * @param folder where its files are, or would be
 * @param contents what is there; empty if it is missing or damaged
 * @param problem what is wrong with the files; empty unless it is damaged
 */
public record Listing(String name, Path folder, Optional<Contents> contents, Optional<String> problem) {

    /** How far the files can be relied on. */
    public enum State {
        /** Nothing is there. */
        MISSING,
        /** Something is there that is not the data set. */
        DAMAGED,
        /** Complete and readable, but no checksum is known for it. */
        PRESENT,
        /** Every file has its known checksum. */
        VERIFIED
    }

    static Listing of(DataSource source, Path folder) {
        if (!Files.exists(folder)) {
            return new Listing(source.name(), folder, Optional.empty(), Optional.empty());
        }
        try {
            return new Listing(source.name(), folder, Optional.of(source.check(folder)), Optional.empty());
        } catch (UserError e) {
            return new Listing(source.name(), folder, Optional.empty(), Optional.of(e.getMessage()));
        }
    }

    /** How far the files can be relied on. */
    public State state() {
        if (problem.isPresent()) {
            return State.DAMAGED;
        }
        return contents.map(c -> c.verified() ? State.VERIFIED : State.PRESENT).orElse(State.MISSING);
    }
}
