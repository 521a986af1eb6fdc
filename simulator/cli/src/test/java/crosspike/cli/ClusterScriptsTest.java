package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import crosspike.input.Installation;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The job scripts of docs/examples/cluster, run as plain processes with the variables that the schedulers set. */
class ClusterScriptsTest {
    private static final int SHARDS = 3;

    @TempDir
    Path folder;

    private byte[] expected;

    @BeforeEach
    void runInOneProcess() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "the scripts need a shell");
        Files.writeString(folder.resolve("plan.yaml"), """
                sweep: 1
                base:
                  crosspike: 1
                  data: {training: 50, test: 20}
                  network: {outputs: 10}
                  learning: {epochs: 1}
                axes:
                - {key: device.levels, values: [4, 8]}
                - {key: circuit.node, values: [32 nm, 22 nm]}
                seeds: 2
                """);
        String java = Shell.java(Main.class, new String[0], new String[0]).stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "));
        Path launcher = Files.writeString(folder.resolve("launcher"), "#!/bin/sh\nexec " + java + " \"$@\"\n");
        launcher.toFile().setExecutable(true);
        assertEquals(
                0,
                run(Map.of(), launcher.toString(), "sweep", "plan.yaml", "--out", "whole")
                        .waitFor());
        expected = Files.readAllBytes(folder.resolve("whole/sweep.csv"));
    }

    @Test
    @Timeout(300)
    void slurmJobsMakeTheTable() throws IOException, InterruptedException {
        List<Process> jobs = new ArrayList<>();
        for (int i = 1; i <= SHARDS; i++) {
            jobs.add(run(
                    Map.of(
                            "SLURM_ARRAY_TASK_ID", Integer.toString(i),
                            "SLURM_ARRAY_TASK_COUNT", Integer.toString(SHARDS),
                            "SLURM_CPUS_PER_TASK", "1"),
                    script("slurm.sh")));
        }
        for (Process job : jobs) assertEquals(0, job.waitFor());
        assertEquals(0, run(Map.of(), script("slurm.sh"), "merge").waitFor());
        assertArrayEquals(expected, Files.readAllBytes(folder.resolve("out/sweep.csv")));
    }

    @Test
    @Timeout(300)
    void lsfJobsMakeTheTable() throws IOException, InterruptedException {
        for (int i = 1; i <= SHARDS; i++) {
            Process job = run(
                    Map.of(
                            "LSB_JOBINDEX", Integer.toString(i),
                            "LSB_JOBINDEX_END", Integer.toString(SHARDS),
                            "LSB_DJOB_NUMPROC", "1"),
                    script("lsf.sh"));
            assertEquals(0, job.waitFor());
        }
        String launcher = folder.resolve("launcher").toString();
        assertEquals(0, run(Map.of(), launcher, "sweep", "merge", "out").waitFor());
        assertArrayEquals(expected, Files.readAllBytes(folder.resolve("out/sweep.csv")));
    }

    /** The schedulers then count only the jobs that were submitted now. */
    @Test
    @Timeout(300)
    void aJobThatIsSubmittedAloneDoesItsOwnShard() throws IOException, InterruptedException {
        Map<String, Map<String, String>> alone = Map.of(
                "slurm.sh", Map.of("SLURM_ARRAY_TASK_ID", "2", "SLURM_ARRAY_TASK_COUNT", "1", "SHARDS", "3"),
                "lsf.sh", Map.of("LSB_JOBINDEX", "2", "LSB_JOBINDEX_END", "2", "SHARDS", "3"));
        for (Map.Entry<String, Map<String, String>> job : alone.entrySet()) {
            assertEquals(0, run(job.getValue(), script(job.getKey())).waitFor(), job.getKey());
        }
        try (Stream<Path> journals = Files.list(folder.resolve("out/points"))) {
            assertEquals(
                    List.of("shard-2-of-3.jsonl"),
                    journals.map(file -> file.getFileName().toString()).toList());
        }
    }

    private static String script(String name) {
        return Installation.path("docs", "examples", "cluster", name).toString();
    }

    private Process run(Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.INHERIT);
        builder.environment().putAll(environment);
        builder.environment()
                .putAll(Map.of(
                        "PLAN",
                        "plan.yaml",
                        "OUT",
                        "out",
                        "CROSSPIKE",
                        folder.resolve("launcher").toString()));
        return builder.start();
    }
}
