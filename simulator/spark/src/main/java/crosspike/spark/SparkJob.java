package crosspike.spark;

import crosspike.experiment.sweep.RemoteTask;
import crosspike.experiment.sweep.Task;
import crosspike.experiment.sweep.plan.Sweep;
import crosspike.input.UserError;
import java.io.Serializable;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Supplier;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.RDD;
import scala.Function1;
import scala.Function2;
import scala.collection.Iterator;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/**
 * Some tasks as one job of Spark, a partition each, every result delivered as soon as it is there. Spark gives a job up when
 * one of its tasks fails too often; then the tasks that are left are tried alone, so that only the one at fault fails.
 */
final class SparkJob {
    private final JavaSparkContext spark;
    private final Broadcast<Executor> executor;
    private final Sweep sweep;
    private final List<Task> tasks;
    private final BlockingQueue<Supplier<Task.Result>> deliveries;
    private final AtomicIntegerArray delivered;

    /** @param deliveries gets one result for each task, or what throws the error that ends the sweep */
    SparkJob(
            JavaSparkContext spark,
            Broadcast<Executor> executor,
            Sweep sweep,
            List<Task> tasks,
            BlockingQueue<Supplier<Task.Result>> deliveries) {
        this.spark = spark;
        this.executor = executor;
        this.sweep = sweep;
        this.tasks = tasks;
        this.deliveries = deliveries;
        this.delivered = new AtomicIntegerArray(tasks.size());
    }

    /** Returns when all results are delivered. */
    void run() {
        try {
            run(0, tasks.size());
        } catch (Exception e) { // of whatever kind: Scala does not declare them
            for (int i = 0; i < tasks.size(); i++) {
                if (delivered.get(i) == 0) runAlone(i);
            }
        }
    }

    private void runAlone(int index) {
        try {
            run(index, index + 1);
        } catch (Exception e) {
            deliver(index, () -> failed(tasks.get(index), e));
        }
    }

    private Task.Result failed(Task task, Exception e) {
        if (spark.sc().isStopped()) {
            throw new UserError(
                    "Spark has stopped: " + SparkEngine.reason(e) + "; what is finished is kept, start again", e);
        }
        if (e instanceof SparkException) {
            return RemoteTask.failed(sweep, task, "Spark gave this point up: " + SparkEngine.reason(e));
        }
        throw new IllegalStateException(e);
    }

    private void run(int from, int to) {
        List<String> texts =
                tasks.subList(from, to).stream().map(RemoteTask::text).toList();
        Broadcast<Executor> sent = executor;
        RDD<String> results = spark.parallelize(texts, texts.size())
                .map(text -> sent.value().compute(text))
                .rdd();
        Function1<Iterator<String>, String> only = (Function1<Iterator<String>, String> & Serializable) Iterator::next;
        Function2<Object, String, BoxedUnit> keep = (partition, text) -> {
            int index = from + (Integer) partition;
            deliver(index, () -> RemoteTask.result(tasks.get(index), text));
            return BoxedUnit.UNIT;
        };
        ClassTag<String> string = ClassTag$.MODULE$.apply(String.class);
        spark.sc().runJob(results, only, keep, string);
    }

    private void deliver(int index, Supplier<Task.Result> result) {
        if (delivered.getAndSet(index, 1) == 0) deliveries.add(result);
    }
}
