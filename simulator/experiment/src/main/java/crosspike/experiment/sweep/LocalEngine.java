package crosspike.experiment.sweep;

import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.data.Datasets;
import crosspike.experiment.sweep.plan.Sweep;
import crosspike.experiment.sweep.plan.SweepPlan;
import crosspike.input.UserError;
import crosspike.snn.dataset.Dataset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/** Threads of this process, one for each job; each computes one task after another. */
public final class LocalEngine implements Engine {
    private final int jobs;
    private final Worker worker;

    private LocalEngine(int jobs, Worker worker) {
        this.jobs = jobs;
        this.worker = worker;
    }

    /**
     * @param jobs tasks at a time
     * @param out folder of the sweep; runs are kept in it if the plan says so
     */
    public static LocalEngine of(Sweep sweep, int jobs, Path out) {
        return of(sweep, jobs, out, set -> Datasets.ofUser().read(set));
    }

    /** The same with data from elsewhere. */
    public static LocalEngine of(Sweep sweep, int jobs, Path out, Function<String, Dataset> datasets) {
        Optional<Path> runs =
                sweep.plan().keep() == SweepPlan.Keep.RUNS ? Optional.of(SweepFolder.runs(out)) : Optional.empty();
        Optional<SweepImages> images = Optional.of(SweepImages.in(out));
        return new LocalEngine(jobs, new Worker(Sweep.standing(sweep.plan().toYaml()), datasets, images, runs));
    }

    @Override
    public void check(ExperimentConfig first) {
        worker.dataset(first.data().set());
    }

    @Override
    public void run(Sweep sweep, Iterator<Task> tasks, Consumer<Task.Result> sink) {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < jobs; i++) {
            Thread thread = new Thread(() -> work(tasks, sink, failure), "sweep " + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        try {
            for (Thread thread : threads) thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("interrupted; what is finished is kept");
        }
        if (failure.get() instanceof Error error) throw error;
        if (failure.get() instanceof RuntimeException exception) throw exception;
    }

    private void work(Iterator<Task> tasks, Consumer<Task.Result> sink, AtomicReference<Throwable> failure) {
        try {
            while (failure.get() == null) {
                Task task;
                synchronized (tasks) {
                    if (!tasks.hasNext()) return;
                    task = tasks.next();
                }
                Task.Result result = worker.compute(task);
                synchronized (sink) {
                    if (failure.get() == null) sink.accept(result);
                }
            }
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }
}
