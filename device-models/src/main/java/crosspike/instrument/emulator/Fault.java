package crosspike.instrument.emulator;

import java.util.Locale;

/** What can go wrong with one line. */
public enum Fault {
    /** The line is done, the answer comes too late. */
    LATE,
    /** The line is lost. */
    LOST,
    /** The line is done, the answer never comes. */
    UNANSWERED,
    /** Some characters of the answer are others. */
    GARBLED,
    /** The answer ends early. */
    CUT,
    /** The answer comes twice. */
    TWICE,
    /** Numbers are "not a number" as SCPI has it. */
    INVALID,
    /** The line is refused, with an entry in the error queue. */
    ERROR,
    /** A current is limited. */
    COMPLIANCE,
    /** The link drops before the line is done. */
    DROP_BEFORE,
    /** The link drops after the line was done, before the answer. */
    DROP_AFTER,
    /** The link drops in the middle of the answer. */
    DROP_WITHIN;

    /** The name in options: {@code drop-after}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
