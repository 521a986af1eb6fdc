package crosspike.spark;

import crosspike.experiment.sweep.Engine;
import crosspike.experiment.sweep.Task;
import crosspike.experiment.sweep.plan.Sweep;
import crosspike.experiment.sweep.plan.SweepPlan;
import crosspike.input.Installation;
import crosspike.input.UserError;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Apache Spark. Tasks are handed out by the dozen, a job each, and the next job before the last one is done, so that no core
 * waits for the driver; what comes back is kept at once. Executors that are lost are Spark's business: it runs their tasks
 * again.
 */
final class SparkEngine implements Engine {
    /** A job costs the driver some 30 ms. */
    private static final int TASKS_PER_CORE = 8;

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

    /** @throws UserError if Spark has stopped, as when its master does not answer */
    @Override
    public void run(Sweep sweep, Iterator<Task> tasks, Consumer<Task.Result> sink) {
        try {
            runWhileThere(sweep, tasks, sink);
        } catch (IllegalStateException e) { // what a stopped context answers to everything
            if (!spark.sc().isStopped()) throw e;
            throw new UserError(
                    "Spark at " + spark.getConf().get("spark.master")
                            + " does not answer or has stopped; what is finished"
                            + " is kept, check --master and start again",
                    e);
        }
    }

    private void runWhileThere(Sweep sweep, Iterator<Task> tasks, Consumer<Task.Result> sink) {
        Broadcast<Executor> executor = spark.broadcast(new Executor(sweep.plan().toYaml()));
        BlockingQueue<Supplier<Task.Result>> deliveries = new LinkedBlockingQueue<>();
        ExecutorService jobs = Executors.newCachedThreadPool();
        try {
            for (int underWay = 0; tasks.hasNext() || underWay > 0; underWay--) {
                int most = TASKS_PER_CORE * spark.defaultParallelism(); // executors come and go
                while (underWay <= most && tasks.hasNext()) {
                    List<Task> batch = new ArrayList<>();
                    while (batch.size() < most && tasks.hasNext()) batch.add(tasks.next());
                    jobs.execute(() -> new SparkJob(spark, executor, sweep, batch, deliveries).run());
                    underWay += batch.size();
                }
                sink.accept(deliveries.take().get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("interrupted; what is finished is kept", e);
        } finally {
            jobs.shutdownNow();
        }
        executor.unpersist();
    }

    static String reason(Exception e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        return message.lines().findFirst().orElse("no reason given");
    }

    @Override
    public void close() {
        spark.close();
    }
}
