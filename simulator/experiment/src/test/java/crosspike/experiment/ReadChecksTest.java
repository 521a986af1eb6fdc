package crosspike.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import crosspike.input.MissingProgram;
import crosspike.input.UserError;
import crosspike.spice.CheckFailed;
import crosspike.spice.Ngspice;
import crosspike.spice.ReadChecks;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other backends, and reads that are repeated while a network learns. */
class ReadChecksTest {
    private static final String FEW = "data={training: 12, labelling: 12, test: 8}";

    private static NetworkExperiment experiment(int threads, String... overrides) {
        return NetworkExperiment.of(
                TinyExperiment.config(overrides), TinyExperiment.data(), Progress.SILENT, threads, Hardware.REFUSED);
    }

    private static boolean hasNgspice() {
        try {
            Ngspice.find();
            return true;
        } catch (MissingProgram e) {
            assertTrue(!"true".equals(System.getenv("CI")), "a build server has ngspice");
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"crossbar={check: {every: 40}}", "crossbar={backend: wire, check: {every: 40}}"})
    void checkedReadsChangeNoResultAndAgree(String checked) {
        NetworkExperiment with = experiment(1, checked);
        NetworkExperiment without = experiment(1, checked.replace("every: 40", "every: 0"));
        Outcome expected = without.run();
        Outcome found = with.run();
        assertEquals(expected.usage(), found.usage());
        assertArrayEquals(expected.crossbar().conductances(), found.crossbar().conductances());
        assertEquals(Optional.empty(), without.readChecks());
        ReadChecks checks = with.readChecks().orElseThrow();
        assertTrue(checks.passed() && checks.checked() > 20, checks::toString);
        assertTrue(checks.worstDifference() < 1e-6, checks::toString);
    }

    @Test
    void whatIsFoundDoesNotDependOnThreads() {
        NetworkExperiment one = experiment(1, "crossbar={check: {every: 7}}");
        NetworkExperiment three = experiment(3, "crossbar={check: {every: 7}}");
        one.run();
        three.run();
        assertEquals(one.readChecks(), three.readChecks());
    }

    @Test
    void ngspiceReadsForTheNetworkAsTheSolverDoes() {
        assumeTrue(hasNgspice());
        NetworkExperiment spice =
                experiment(2, FEW, "crossbar={backend: ngspice, wires: {segment: 20 ohm}, check: {every: 3}}");
        NetworkExperiment wire = experiment(
                1, FEW, "crossbar={backend: wire, wires: {segment: 20 ohm}, check: {every: 50, by: ngspice}}");
        Outcome found = spice.run();
        Outcome expected = wire.run();
        assertArrayEquals(expected.crossbar().conductances(), found.crossbar().conductances());
        assertTrue(spice.readChecks().orElseThrow().passed());
        ReadChecks byNgspice = wire.readChecks().orElseThrow();
        assertTrue(byNgspice.passed() && byNgspice.engine().startsWith("ngspice"), byNgspice::toString);
    }

    @Test
    void aToleranceBelowSinglePrecisionEndsTheRunAndSaysWhere() {
        CheckFailed failure = assertThrows(
                CheckFailed.class,
                () -> experiment(1, "crossbar={check: {every: 1, tolerance: 1e-12}}")
                        .run());
        assertTrue(
                failure.getMessage().matches("read \\d+, column \\d+: .* beyond the tolerance of 1\\.0e-12 .*"),
                failure.getMessage());
        NetworkExperiment counting = experiment(1, "crossbar={check: {every: 1, tolerance: 1e-12, stop: false}}");
        counting.run();
        assertTrue(counting.readChecks().orElseThrow().beyond() > 0);
    }

    @Test
    void cellsThatAreNotOhmicCannotBeRepeated() {
        UserError e = assertThrows(
                UserError.class,
                () -> TinyExperiment.config(
                        "crossbar={check: {every: 5}}", "nonidealities=[{kind: iv-nonlinearity, ratio: 10}]"));
        assertTrue(e.getMessage().contains("crossbar.check does not know"), e.getMessage());
    }
}
