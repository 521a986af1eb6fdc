package crosspike.cli;

import crosspike.input.UserError;
import picocli.CommandLine.Option;

/** The option of commands that run a config with several seeds. */
final class SeedOption {
    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "Seeds for each variant: that of the config, the next, and so on; default: ${DEFAULT-VALUE}.")
    private int seeds = 3;

    /** How many seeds. */
    int count() {
        return checked(seeds);
    }

    /** @throws UserError if {@code --seeds} cannot be this number */
    static int checked(int seeds) {
        if (seeds < 1 || seeds > 1000) {
            throw new UserError("--seeds is " + seeds + "; expected 1 to 1000");
        }
        return seeds;
    }
}
