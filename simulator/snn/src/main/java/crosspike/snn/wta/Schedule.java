package crosspike.snn.wta;

/**
 * How long an image is shown and how often the output layer fires meanwhile.
 *
 * @param displayMs steps of 1 ms with input spikes
 * @param blankMs steps after them without input spikes; the output layer goes on firing
 * @param outputHertz rate of the output layer as a whole in Hz
 */
public record Schedule(int displayMs, int blankMs, double outputHertz) {
    /** Longest presentation in ms. */
    public static final int LONGEST_MS = 10_000;

    public Schedule {
        if (displayMs < 1 || blankMs < 0 || displayMs + blankMs > LONGEST_MS) {
            throw new IllegalArgumentException("an image is shown " + displayMs + " ms with " + blankMs
                    + " ms blank; expected at least 1 ms, and at most " + LONGEST_MS + " ms in all");
        }
        if (!(outputHertz > 0 && outputHertz <= 10_000)) {
            throw new IllegalArgumentException(
                    "output rate is " + outputHertz + " Hz; expected more than 0 and at most 10000 Hz");
        }
    }

    /** Steps in all. */
    public int totalMs() {
        return displayMs + blankMs;
    }
}
