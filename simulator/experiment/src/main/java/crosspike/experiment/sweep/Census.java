package crosspike.experiment.sweep;

import crosspike.experiment.config.CircuitConfig;
import crosspike.experiment.config.DataConfig;
import crosspike.experiment.sweep.plan.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.eclipse.collections.impl.list.mutable.primitive.DoubleArrayList;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;

/** Who the points of a plan are, and which of them share a training. Some 30 bytes for each point are all that is held. */
final class Census {
    private final long[] points;
    private final long[] trainings;
    private final boolean[] wrong;
    private final boolean[] unbuildable;
    /** For each point the next one of the same group; −1 for the last. */
    private final int[] next;

    private final IntArrayList first = new IntArrayList();
    private final IntArrayList sizes = new IntArrayList();
    private final DoubleArrayList work = new DoubleArrayList();
    private final List<DataConfig> images = new ArrayList<>();

    private Census(int size) {
        points = new long[size];
        trainings = new long[size];
        wrong = new boolean[size];
        unbuildable = new boolean[size];
        next = new int[size];
    }

    /** Reads the config of every point. */
    static Census of(Sweep sweep) {
        return of(sweep, circuit -> true);
    }

    /** The same, and asks of every circuit whether it can be built, as far as that is known before a training. */
    static Census of(Sweep sweep, Predicate<CircuitConfig> canBeBuilt) {
        Census census = new Census(sweep.size());
        double[] works = new double[sweep.size()];
        DataConfig[] images = new DataConfig[sweep.size()];
        Map<DataConfig, DataConfig> distinct = new ConcurrentHashMap<>();
        Points points = new Points(sweep);
        IntStream.range(0, sweep.size()).parallel().forEach(i -> {
            Points.Point point = points.get(i);
            census.points[i] = point.identity().point();
            census.trainings[i] = point.identity().training();
            census.wrong[i] = point.config() == null;
            if (census.wrong[i]) return;
            census.unbuildable[i] = !canBeBuilt.test(point.config().circuit());
            works[i] = Workload.of(point.config()).total();
            images[i] = distinct.computeIfAbsent(point.config().data(), data -> data);
        });
        census.group(works, images);
        return census;
    }

    private void group(double[] works, DataConfig[] taken) {
        LongIntHashMap groups = new LongIntHashMap();
        IntArrayList last = new IntArrayList();
        for (int i = 0; i < points.length; i++) {
            next[i] = -1;
            int group = groups.getIfAbsent(trainings[i], -1);
            if (group < 0) {
                groups.put(trainings[i], first.size());
                first.add(i);
                last.add(i);
                sizes.add(1);
                work.add(works[i]);
                images.add(taken[i]);
            } else {
                sizes.set(group, sizes.get(group) + 1);
                next[last.get(group)] = i;
                last.set(group, i);
            }
        }
    }

    int size() {
        return points.length;
    }

    long point(int number) {
        return points[number];
    }

    long training(int number) {
        return trainings[number];
    }

    /** Whether the config of a point is wrong: it has no training. */
    boolean isWrong(int number) {
        return wrong[number];
    }

    /** Whether the circuit of a point, whose config is right, cannot be built. */
    boolean isUnbuildable(int number) {
        return unbuildable[number];
    }

    /** Distinct trainings, in the order in which the plan comes to them. */
    int groups() {
        return first.size();
    }

    long trainingOfGroup(int group) {
        return trainings[first.get(group)];
    }

    int sizeOfGroup(int group) {
        return sizes.get(group);
    }

    double workOfGroup(int group) {
        return work.get(group);
    }

    /** What its training takes of which data set; null if its config is wrong. */
    DataConfig imagesOfGroup(int group) {
        return images.get(group);
    }

    /** The points of a group in the order of the plan. */
    List<Integer> pointsOfGroup(int group) {
        List<Integer> members = new ArrayList<>();
        for (int i = first.get(group); i >= 0; i = next[i]) {
            members.add(i);
        }
        return members;
    }
}
