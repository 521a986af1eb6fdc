package crosspike.spice;

import java.util.List;
import java.util.Locale;

/**
 * The ways a simulation fails, as met with ngspice 39.3, which ends most of them with exit code 0 and some with a number.
 * Entries with a phrase are found in the log; where several match, the first entry names the cause and the others are its
 * consequences. The phrases of an entry are in lower case, the most telling first.
 */
public enum Failure {
    RESISTOR_WITHOUT_VALUE("a resistor has no value", "set to 1 mohm"),
    UNKNOWN_MODEL(
            "a device names a model or subcircuit that does not exist",
            "can't find model",
            "unknown subckt",
            "unable to find definition of model",
            "could not find a valid modelname"),
    DUPLICATE_NAME("two elements have the same name", "device already exists"),
    UNREADABLE_FILE(
            "a file could not be opened",
            "could not find include file",
            "no such file",
            "can't open",
            "permission denied",
            "is a directory"),
    UNKNOWN_COMMAND("a command of the netlist does not exist", "no such command"),
    TOO_MANY_ARGUMENTS("a command of the netlist has too many arguments", "too many args"),
    SINGULAR("the circuit has no unique solution (floating node or parallel sources)", "singular matrix"),
    NOT_CONVERGED(
            "the operating point did not converge",
            "doanalyses",
            "timestep too small",
            "no convergence",
            "step failed",
            "stepping failed",
            "further gmin increment"),
    UNKNOWN_VECTOR("a voltage or current asked for does not exist", "not available", "no such vector"),
    BAD_LINE(
            "a line of the netlist was not understood",
            "error on line",
            "bad syntax of line",
            "mal formed",
            "malformed",
            "simulation interrupted"),
    NO_SIMULATION("no simulation was run", "no simulations run"),
    REPORTED_ERROR("it reported an error", "no space left", "error:", "fatal", "failed", "aborted"),

    TIMED_OUT("it did not finish in time"),
    BAD_EXIT("it did not end normally"),
    NOT_FINISHED("it stopped before the end of the netlist"),
    NO_RESULT("it wrote no result"),
    BAD_RESULT("its result cannot be used"),
    NOT_FINITE("its result is not a finite number"),
    CURRENTS_DO_NOT_SUM("the currents of the sources do not sum to zero");

    private final String sentence;
    private final List<String> phrases;

    Failure(String sentence, String... phrases) {
        this.sentence = sentence;
        this.phrases = List.of(phrases);
    }

    /** What went wrong, as the end of a sentence that begins "ngspice failed: ". */
    public String sentence() {
        return sentence;
    }

    /** What shows this failure in ngspice's log, in lower case, the most telling first; empty if it is seen elsewhere. */
    List<String> phrases() {
        return phrases;
    }

    static boolean says(String logLine, String phrase) {
        return logLine.toLowerCase(Locale.ROOT).contains(phrase);
    }
}
