package crosspike.experiment.data;

import crosspike.input.UserError;
import java.io.IOException;
import java.nio.file.Path;

/** One data set: what its folder must hold and where it comes from. */
interface DataSource {

    /** Name that users type. */
    String name();

    /** Where the data comes from when the user names no folder. */
    Supply supply();

    /**
     * Checks every file in {@code folder}.
     *
     * @throws UserError saying what is missing or wrong
     */
    Contents check(Path folder);

    /**
     * Copies the files of the data set, and nothing else, into {@code to}, an empty folder.
     *
     * @param from a folder that passed {@link #check}
     */
    void copy(Path from, Path to) throws IOException;
}
