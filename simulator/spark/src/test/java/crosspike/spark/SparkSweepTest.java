package crosspike.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.experiment.sweep.Engine;
import crosspike.experiment.sweep.LocalEngine;
import crosspike.experiment.sweep.Shard;
import crosspike.experiment.sweep.SweepProgress;
import crosspike.experiment.sweep.SweepRun;
import crosspike.experiment.sweep.SweepRun.Outcome;
import crosspike.experiment.sweep.plan.Sweep;
import crosspike.experiment.sweep.plan.SweepPlan;
import crosspike.input.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SparkSweepTest {
    /** Twelve trainings and a config that is wrong; the nodes only price. */
    private static final String PLAN = """
            sweep: 1
            base:
              crosspike: 1
              data: {training: 300, test: 100}
              network: {outputs: 60}
              learning: {epochs: 2}
              device: {preset: epiram-choi2018}
            axes:
            - {key: device.levels, values: [1, 4, 16, 64, 256]}
            - {key: circuit.node, values: [32 nm, 22 nm]}
            seeds: 3
            """;

    @TempDir
    Path folder;

    private Sweep sweep;
    private byte[] expected;

    @BeforeEach
    void runLocally() throws IOException {
        sweep = Sweep.of(SweepPlan.parse(PLAN, "plan.yaml"), folder.resolve("plan.yaml"));
        Path local = folder.resolve("local");
        Outcome outcome = SweepRun.run(sweep, local, Shard.ALL, LocalEngine.of(sweep, 2, local), SweepProgress.SILENT);
        assertEquals(6, outcome.failed());
        expected = Files.readAllBytes(local.resolve("sweep.csv"));
    }

    @Test
    void sparkMakesTheRowsThatThreadsMake() throws IOException {
        runOnSpark("local[2]", SweepProgress.SILENT);
    }

    @Test
    void whatSparkFoundIsKept() throws IOException {
        Path out = folder.resolve("spark");
        try (Engine engine = SparkEngine.start(sweep, "local[2]")) {
            SweepRun.run(sweep, out, new Shard(1, 2), engine, SweepProgress.SILENT);
        }
        Files.delete(folder.resolve("local/sweep.csv"));
        Outcome outcome = SweepRun.run(sweep, out, Shard.ALL, LocalEngine.of(sweep, 1, out), SweepProgress.SILENT);
        assertEquals(6, outcome.failed());
        assertArrayEquals(expected, Files.readAllBytes(out.resolve("sweep.csv")));
    }

    /** A context whose master does not answer stops itself after a minute. */
    @Test
    void aSparkThatHasStoppedIsTold() {
        Engine engine = SparkEngine.start(sweep, "local[1]");
        engine.close();
        UserError error = assertThrows(
                UserError.class,
                () -> SweepRun.run(sweep, folder.resolve("spark"), Shard.ALL, engine, SweepProgress.SILENT));
        assertEquals(
                "Spark at local[1] does not answer or has stopped; what is finished is kept, check --master and start"
                        + " again",
                error.getMessage());
    }

    @Test
    void whatSparkSaysIsOneLineWithoutAStackTrace() {
        var console = LoggerContext.getContext(false).getConfiguration().getAppender("console");
        LogEvent event = Log4jLogEvent.newBuilder()
                .setMessage(new SimpleMessage("no master"))
                .setThrown(new IllegalStateException("gone"))
                .build();
        assertEquals("spark: no master\n", console.getLayout().toSerializable(event));
    }

    @Test
    void runsCannotBeKeptOnOtherMachines() {
        Sweep keeping = Sweep.of(SweepPlan.parse(PLAN + "keep: runs\n", "plan.yaml"), folder.resolve("plan.yaml"));
        UserError error = assertThrows(UserError.class, () -> SparkEngine.start(keeping, "local[1]"));
        assertEquals(
                "keep is runs, but executors of Spark have no folder in common; expected keep: results, or --engine"
                        + " local",
                error.getMessage());
    }

    @Test
    @Timeout(300)
    void theRowsAreTheSameWhenAWorkerDiesInTheMiddle() throws Exception {
        try (Cluster cluster = Cluster.start(folder.resolve("cluster"), 2)) {
            boolean[] killed = {false};
            runOnSpark(cluster.master(), new SweepProgress() {
                @Override
                public void start(int points, int finished) {}

                @Override
                public void at(int done, int failed, double fraction) {
                    if (!killed[0] && done >= 8) {
                        killed[0] = true;
                        cluster.killWorker();
                    }
                }

                @Override
                public void end() {}
            });
            assertTrue(killed[0], "no worker was killed");
        }
    }

    private void runOnSpark(String master, SweepProgress progress) throws IOException {
        Path out = folder.resolve("spark");
        try (Engine engine = SparkEngine.start(sweep, master)) {
            Outcome outcome = SweepRun.run(sweep, out, Shard.ALL, engine, progress);
            assertEquals(30, outcome.points());
            assertEquals(6, outcome.failed());
        }
        assertArrayEquals(expected, Files.readAllBytes(out.resolve("sweep.csv")));
    }
}
