package crosspike.spice;

import crosspike.input.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Decides whether the result of a run may be used. */
final class Judge {
    private static final double KIRCHHOFF = 1e-10; // of the sum of magnitudes; ngspice reaches 1e-14

    private static final double OVERFLOW = 1e60; // V or A

    private Judge() {}

    /** Why a result is refused, before it is known where the netlist was kept. */
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        final Failure failure;

        Refusal(Failure failure, String detail) {
            super(failure.sentence() + (detail.isEmpty() ? "" : " (" + detail + ")"));
            this.failure = failure;
        }
    }

    /**
     * The result, if nothing speaks against it.
     *
     * @param exit exit code; empty if the process was stopped after {@code timeout}
     * @param raw result file of this run; not there before it
     */
    static RawFile judge(Netlist netlist, OptionalInt exit, Duration timeout, RunLog said, Path raw) throws Refusal {
        if (exit.isEmpty()) throw timedOut(timeout);
        refuseReported(said);
        if (exit.getAsInt() != 0) throw new Refusal(Failure.BAD_EXIT, "exit code " + exit.getAsInt());
        if (!said.finished()) throw new Refusal(Failure.NOT_FINISHED, "");
        return judge(netlist, raw);
    }

    static Refusal timedOut(Duration timeout) {
        return new Refusal(Failure.TIMED_OUT, "the limit is " + timeout.toMillis() / 1e3 + " s");
    }

    static void refuseReported(RunLog said) throws Refusal {
        Optional<Failure> shown = said.failure();
        if (shown.isPresent()) throw new Refusal(shown.get(), "");
    }

    /** The result of a run that reported nothing. */
    static RawFile judge(Netlist netlist, Path raw) throws Refusal {
        if (!Files.exists(raw)) throw new Refusal(Failure.NO_RESULT, "");
        RawFile result = read(raw);
        checkVariables(netlist, result);
        checkFinite(result);
        if (netlist.closed()) checkKirchhoff(result);
        return result;
    }

    private static RawFile read(Path raw) throws Refusal {
        try {
            return RawFile.read(raw);
        } catch (UserError e) {
            throw new Refusal(Failure.BAD_RESULT, e.getMessage().replace(raw.toString(), Netlist.RAW_FILE));
        }
    }

    private static void checkVariables(Netlist netlist, RawFile result) throws Refusal {
        Set<String> names = new HashSet<>(result.variables());
        for (String vector : netlist.vectors()) {
            if (!names.contains(vector)) throw new Refusal(Failure.UNKNOWN_VECTOR, vector);
        }
        int wanted = netlist.analysis().variables(netlist.vectors().size());
        int found = result.variables().size();
        if (found != wanted) throw new Refusal(Failure.BAD_RESULT, found + " variables instead of " + wanted);
    }

    /** ngspice cuts functions that overflow off at 1e99, and solves what is left. */
    private static void checkFinite(RawFile result) throws Refusal {
        for (double[] point : result.points()) {
            for (int i = 0; i < point.length; i++) {
                if (!(Math.abs(point[i]) < OVERFLOW)) {
                    throw new Refusal(Failure.NOT_FINITE, result.variables().get(i) + " is " + point[i]);
                }
            }
        }
    }

    private static void checkKirchhoff(RawFile result) throws Refusal {
        double sum = 0;
        double magnitudes = 0;
        for (int i = 0; i < result.variables().size(); i++) {
            if (!result.variables().get(i).startsWith("i(")) continue;
            double amps = result.points()[0][i];
            sum += amps;
            magnitudes += Math.abs(amps);
        }
        if (!(Math.abs(sum) <= KIRCHHOFF * magnitudes)) {
            throw new Refusal(Failure.CURRENTS_DO_NOT_SUM, "they sum to " + SpiceNumber.text(sum) + " A");
        }
    }
}
