package crosspike.spark;

import crosspike.experiment.sweep.Engine;
import crosspike.experiment.sweep.RemoteTask;
import crosspike.experiment.sweep.Task;
import crosspike.experiment.sweep.plan.Sweep;
import crosspike.experiment.sweep.plan.SweepPlan;
import crosspike.input.Installation;
import crosspike.input.UserError;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Apache Spark. Each task is a job of one partition; some more are under way than there are cores, so that none waits for
 * the driver, and what comes back is kept at once. Executors that are lost are Spark's business: it runs their tasks again.
 */
final class SparkEngine implements Engine {
    private static final int JOBS_PER_CORE = 2;
    private static final long LOOK_AGAIN_MILLIS = 200;

    private final JavaSparkContext spark;

    private SparkEngine(JavaSparkContext spark) {
        this.spark = spark;
    }

    /**
     * Connects to Spark.
     *
     * @param master URL; null: as spark-submit says, else local
     * @throws UserError if the plan keeps runs, which would lie on other machines, or there is no such master
     */
    static SparkEngine start(Sweep sweep, String master) {
        if (sweep.plan().keep() == SweepPlan.Keep.RUNS) {
            throw new UserError("keep is runs, but executors of Spark have no folder in common; expected keep: results,"
                    + " or --engine local");
        }
        SparkConf conf = new SparkConf().setAppName("crosspike " + sweep.plan().name());
        if (master != null) conf.setMaster(master);
        conf.setIfMissing("spark.master", "local[*]");
        conf.setIfMissing("spark.ui.enabled", "false");
        // an executor that dies is replaced however often; a task that kills several is not
        conf.setIfMissing("spark.deploy.maxExecutorRetries", "-1");
        conf.setIfMissing(
                "spark.executor.extraJavaOptions",
                "-D" + Installation.PROPERTY + "=" + System.getProperty(Installation.PROPERTY, ""));
        boolean isSubmitted = conf.contains("spark.jars");
        if (!isSubmitted) conf.setIfMissing("spark.executor.extraClassPath", System.getProperty("java.class.path"));
        String data = System.getenv("CROSSPIKE_DATA");
        if (data != null) conf.setExecutorEnv("CROSSPIKE_DATA", data);
        try {
            return new SparkEngine(new JavaSparkContext(conf));
        } catch (Exception e) { // of whatever kind: Scala does not declare them
            throw new UserError("Spark does not start at " + conf.get("spark.master") + ": " + reason(e), e);
        }
    }

    @Override
    public void run(Sweep sweep, Iterator<Task> tasks, Consumer<Task.Result> sink) {
        Broadcast<Executor> executor = spark.broadcast(new Executor(sweep.plan().toYaml()));
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        ExecutorService drivers = Executors.newCachedThreadPool();
        try {
            Places places = new Places();
            while (failure.get() == null && tasks.hasNext()) {
                places.take(() -> JOBS_PER_CORE * spark.defaultParallelism());
                Task task = tasks.next();
                drivers.execute(() -> {
                    try {
                        Task.Result result = result(sweep, executor, task);
                        synchronized (sink) {
                            if (failure.get() == null) sink.accept(result);
                        }
                    } catch (RuntimeException e) {
                        failure.compareAndSet(null, e);
                    } finally {
                        places.free();
                    }
                });
            }
            places.awaitAll(failure);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("interrupted; what is finished is kept", e);
        } finally {
            drivers.shutdownNow();
        }
        if (failure.get() != null) throw failure.get();
        executor.unpersist();
    }

    private Task.Result result(Sweep sweep, Broadcast<Executor> executor, Task task) {
        try {
            String text = spark.parallelize(List.of(RemoteTask.text(task)), 1)
                    .map(one -> executor.value().compute(one))
                    .collect()
                    .get(0);
            return RemoteTask.result(task, text);
        } catch (Exception e) { // of whatever kind: Scala does not declare them
            if (spark.sc().isStopped()) {
                throw new UserError("Spark has stopped: " + reason(e) + "; what is finished is kept, start again", e);
            }
            if (e instanceof SparkException) {
                return RemoteTask.failed(sweep, task, "Spark gave this point up: " + reason(e));
            }
            throw e;
        }
    }

    private static String reason(Exception e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        return message.lines().findFirst().orElse("no reason given");
    }

    @Override
    public void close() {
        spark.close();
    }

    /** How many tasks are under way; the number of cores may change meanwhile. */
    private static final class Places {
        private int taken;

        @FunctionalInterface
        interface Most {
            int get();
        }

        synchronized void take(Most most) throws InterruptedException {
            while (taken >= most.get()) wait(LOOK_AGAIN_MILLIS);
            taken++;
        }

        synchronized void free() {
            taken--;
            notifyAll();
        }

        synchronized void awaitAll(AtomicReference<RuntimeException> failure) throws InterruptedException {
            while (taken > 0 && failure.get() == null) wait(LOOK_AGAIN_MILLIS);
        }
    }
}
