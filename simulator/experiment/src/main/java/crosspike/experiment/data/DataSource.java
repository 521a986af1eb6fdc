package crosspike.experiment.data;

import crosspike.input.UserError;
import crosspike.snn.dataset.Dataset;
import java.io.IOException;
import java.nio.file.Path;

/** One data set: what its folder must hold and where it comes from. */
interface DataSource {

    /** Name that users type. */
    String name();

    /** Name of its folder: several data sets may be made of the same files. */
    default String folder() {
        return name();
    }

    /**
     * Reads the data set.
     *
     * @throws UserError if a file is missing or is not what it should be
     */
    Dataset read(Path folder);

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
