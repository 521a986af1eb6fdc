package crosspike.spark;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A standalone Spark on the loopback interface: a master and workers as processes, with a core each. */
final class Cluster implements AutoCloseable {
    private static final int WAIT_SECONDS = 90;

    private final Path folder;
    private final int port;
    private final List<Process> processes = new ArrayList<>();

    private Cluster(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    static Cluster start(Path folder, int workers) throws IOException, InterruptedException {
        layOutSparkHome(folder);
        Cluster cluster = new Cluster(folder, freePort());
        String port = Integer.toString(cluster.port);
        cluster.run(
                "master",
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                port,
                "--webui-port",
                "0");
        cluster.awaitLog("master", "I have been elected leader");
        for (int i = 1; i <= workers; i++) {
            String work = folder.resolve("work-" + i).toString();
            cluster.run(
                    "worker-" + i,
                    "org.apache.spark.deploy.worker.Worker",
                    "--host",
                    "127.0.0.1",
                    "--cores",
                    "1",
                    "--memory",
                    "1g",
                    "--webui-port",
                    "0",
                    "--work-dir",
                    work,
                    cluster.master());
        }
        for (int i = 1; i <= workers; i++) cluster.awaitLog("worker-" + i, "Successfully registered with master");
        return cluster;
    }

    /** As in a distribution of Spark: executors take their class path from {@code jars}. */
    private static void layOutSparkHome(Path folder) throws IOException {
        Path jars = Files.createDirectories(folder.resolve("jars"));
        for (String entry : System.getProperty("java.class.path").split(":")) {
            Path jar = Path.of(entry);
            if (entry.endsWith(".jar")) Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void run(String name, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(System.getProperty("spark.java.options").split(" ")));
        Path logging = Files.writeString(folder.resolve("log4j2.properties"), """
                rootLogger.level = info
                rootLogger.appenderRef.stderr.ref = console
                appender.console.type = Console
                appender.console.name = console
                appender.console.target = SYSTEM_ERR
                appender.console.layout.type = PatternLayout
                appender.console.layout.pattern = %m%n
                """);
        command.add("-Dlog4j2.configurationFile=" + logging);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log(name).toFile());
        builder.environment()
                .putAll(Map.of(
                        "SPARK_HOME",
                        folder.toString(),
                        "SPARK_SCALA_VERSION",
                        "2.13",
                        "SPARK_LOCAL_IP",
                        "127.0.0.1",
                        "JAVA_HOME",
                        System.getProperty("java.home")));
        processes.add(builder.start());
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }

    private void awaitLog(String name, String text) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
        while (!Files.readString(log(name)).contains(text)) {
            if (System.nanoTime() > end) throw new IllegalStateException(name + ": " + Files.readString(log(name)));
            Thread.sleep(50);
        }
    }

    String master() {
        return "spark://127.0.0.1:" + port;
    }

    /** As if the last machine had lost its power: the worker goes with its executors. */
    void killWorker() {
        kill(processes.get(processes.size() - 1));
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() {
        processes.forEach(Cluster::kill);
    }
}
