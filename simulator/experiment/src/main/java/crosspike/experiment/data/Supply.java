package crosspike.experiment.data;

import crosspike.input.UserError;
import java.io.IOException;
import java.nio.file.Path;

/** A place that a data set can be taken from. */
interface Supply {

    /**
     * Makes the files available.
     *
     * @param scratch an empty folder to work in; deleted afterwards
     * @param programs runs what has to be run
     * @return the folder that holds the files, in {@code scratch} or elsewhere
     * @throws UserError if they cannot be had, saying what else the user can do
     */
    Path provide(Path scratch, Programs programs) throws IOException;
}
