package crosspike.device.measured;

import crosspike.input.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a file does not say and its owner does.
 *
 * @param kind what was measured; empty: as the columns tell
 * @param unit unit of the measured conductance, resistance or current where the file has none, as {@code uS}, {@code kohm}
 *     or {@code 25 uS}
 * @param readVolts voltage of the reads in V, not 0, which makes a current a conductance
 * @param columns names of the columns from the left, for files without a header or with names of their own; {@code -} skips
 * @param device name of the device, where the file has none
 * @param isMirrored whether every second block is depression written backwards, rising, as NeuroSim has it
 * @param split pulses of each phase, where one column holds potentiation and depression in turn
 */
public record ImportOptions(
        Optional<Kind> kind,
        Optional<String> unit,
        OptionalDouble readVolts,
        List<String> columns,
        String device,
        boolean isMirrored,
        OptionalInt split) {
    public ImportOptions {
        columns = List.copyOf(columns);
        if (readVolts.isPresent() && !(Math.abs(readVolts.getAsDouble()) > 0)) {
            throw new UserError("--vread is " + readVolts.getAsDouble() + " V; expected a voltage other than 0");
        }
        if (split.isPresent() && split.getAsInt() < 2) {
            throw new UserError("--split is " + split.getAsInt() + "; expected 2 or more pulses in each phase");
        }
    }

    /** Those that are given and say what the values of a table are; a tidy file says so itself. */
    List<String> named() {
        List<String> named = new ArrayList<>();
        if (kind.isPresent()) named.add("--kind");
        if (unit.isPresent()) named.add("--unit");
        if (!columns.isEmpty()) named.add("--columns");
        if (isMirrored) named.add("--mirrored");
        if (split.isPresent()) named.add("--split");
        return named;
    }

    /** Nothing but what the file says. */
    public static ImportOptions none() {
        return new ImportOptions(
                Optional.empty(), Optional.empty(), OptionalDouble.empty(), List.of(), "1", false, OptionalInt.empty());
    }
}
