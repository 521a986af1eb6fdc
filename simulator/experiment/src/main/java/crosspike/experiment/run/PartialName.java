package crosspike.experiment.run;

import java.nio.file.Path;
import java.util.UUID;

/** The temporary name of what is being written. Process numbers alone do not do: each container counts from 1. */
final class PartialName {
    private PartialName() {}

    /** {@code .NAME.partial-PROCESS-NUMBER} beside a file or folder; the number is drawn, so that nobody else has it. */
    static Path beside(Path target) {
        long drawn = UUID.randomUUID().getMostSignificantBits();
        return target.resolveSibling("." + target.getFileName() + ".partial-"
                + ProcessHandle.current().pid() + "-" + Long.toHexString(drawn));
    }
}
