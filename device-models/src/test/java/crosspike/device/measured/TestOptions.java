package crosspike.device.measured;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What owners of the test files say of them. */
final class TestOptions {
    private TestOptions() {}

    /** @param split pulses of each phase in a column of both; 0: the file tells */
    static ImportOptions split(int split) {
        return of(Optional.empty(), false, split);
    }

    static ImportOptions of(Optional<String> unit, boolean mirrored, int split) {
        return new ImportOptions(
                Optional.empty(),
                unit,
                OptionalDouble.empty(),
                List.of(),
                "1",
                mirrored,
                split == 0 ? OptionalInt.empty() : OptionalInt.of(split));
    }
}
