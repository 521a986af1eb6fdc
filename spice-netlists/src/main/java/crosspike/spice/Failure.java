package crosspike.spice;

import java.util.regex.Pattern;

/**
 * The ways a simulation fails, as met with ngspice 39.3, which ends most of them with exit code 0 and some with a number.
 * Entries with a phrase are found in the log; where several match, the first entry names the cause and the others are its
 * consequences.
 */
public enum Failure {
    RESISTOR_WITHOUT_VALUE("a resistor has no value, or less than 1 mohm", "set to 1 mohm"),
    UNKNOWN_MODEL(
            "a device names a model or subcircuit that does not exist",
            "can't find model|valid modelname|unknown subckt|unable to find definition of model"),
    DUPLICATE_NAME("two elements have the same name", "device already exists"),
    UNREADABLE_FILE(
            "a file could not be opened",
            "no such file|could not find include file|can't open|permission denied|is a directory"),
    UNKNOWN_COMMAND("a command of the netlist does not exist", "no such command"),
    TOO_MANY_ARGUMENTS("a command of the netlist has too many arguments", "too many args"),
    SINGULAR("the circuit has no unique solution (floating node or parallel sources)", "singular matrix"),
    NOT_CONVERGED(
            "the operating point did not converge",
            "no convergence|doanalyses|timestep too small|step failed|stepping failed"),
    UNKNOWN_VECTOR("a voltage or current asked for does not exist", "not available|no such vector"),
    BAD_LINE("a line of the netlist was not understood", "error on line|simulation interrupted|mal ?formed"),
    NO_SIMULATION("no simulation was run", "no simulations run"),
    REPORTED_ERROR("it reported an error", "^error|fatal|failed|aborted|no space left"),

    TIMED_OUT("it did not finish in time"),
    BAD_EXIT("it did not end normally"),
    NOT_FINISHED("it stopped before the end of the netlist"),
    NO_RESULT("it wrote no result"),
    BAD_RESULT("its result cannot be used"),
    NOT_FINITE("its result is not a finite number"),
    CURRENTS_DO_NOT_SUM("the currents of the sources do not sum to zero");

    private final String sentence;
    private final Pattern phrases;

    Failure(String sentence, String phrases) {
        this.sentence = sentence;
        this.phrases = Pattern.compile(phrases, Pattern.CASE_INSENSITIVE);
    }

    Failure(String sentence) {
        this.sentence = sentence;
        this.phrases = null;
    }

    /** What went wrong, as the end of a sentence that begins "ngspice failed: ". */
    public String sentence() {
        return sentence;
    }

    /** Whether a line of ngspice's log shows this failure; false for failures that are seen elsewhere. */
    boolean shownBy(String logLine) {
        return phrases != null && phrases.matcher(logLine).find();
    }
}
