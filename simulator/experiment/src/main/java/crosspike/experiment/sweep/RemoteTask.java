package crosspike.experiment.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import crosspike.experiment.Trained;
import crosspike.experiment.run.JsonFiles;
import crosspike.experiment.sweep.plan.Sweep;
import java.util.List;
import java.util.Optional;

/** Tasks and their results as text, for workers on other machines. */
public final class RemoteTask {
    private RemoteTask() {}

    /** @param trained none or one */
    private record TaskText(List<Integer> points, List<Trained> trained) {}

    private record ResultText(List<Trained> trained, List<SeenImages> images, List<PointResult> points) {}

    /** A task to be sent. */
    public static String text(Task task) {
        return JsonFiles.line(
                new TaskText(task.points(), task.trained().stream().toList()));
    }

    /** Computes a task that was sent; what goes wrong is in the result. */
    public static String compute(Worker worker, String task) {
        TaskText text = read(task, TaskText.class);
        Task.Result result =
                worker.compute(new Task(text.points(), text.trained().stream().findFirst(), 0));
        return JsonFiles.line(new ResultText(
                result.trained().stream().toList(), result.images().stream().toList(), result.points()));
    }

    /** The result that came back. */
    public static Task.Result result(Task task, String result) {
        ResultText text = read(result, ResultText.class);
        return new Task.Result(
                task,
                text.trained().stream().findFirst(),
                text.images().stream().findFirst(),
                text.points());
    }

    /** The result of a task that nobody could compute. */
    public static Task.Result failed(Sweep sweep, Task task, String error) {
        Points points = new Points(sweep);
        return new Task.Result(
                task,
                Optional.empty(),
                Optional.empty(),
                task.points().stream()
                        .map(points::get)
                        .map(point -> PointResult.failed(point.identity(), point.config() == null, error))
                        .toList());
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JsonFiles.read(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("driver and executor are of different versions", e);
        }
    }
}
