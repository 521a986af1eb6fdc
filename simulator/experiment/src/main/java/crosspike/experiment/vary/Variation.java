package crosspike.experiment.vary;

import crosspike.experiment.Spread;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What became of a config at several values of one key. Accuracies are fractions.
 *
 * @param name name of the experiment
 * @param key the key, or keys, that were varied
 * @param seeds seeds at each value
 * @param points one for each value, in the order they were given
 */
public record Variation(String name, String key, List<Long> seeds, List<Point> points) {

    /** Whether every run was finished. */
    public boolean complete() {
        return points.stream().allMatch(point -> point.error().isEmpty());
    }

    /**
     * All seeds at one value.
     *
     * @param value as typed
     * @param runs the finished ones
     * @param accuracyEq5 accuracy of the Eq. 5 vote
     * @param accuracyZ accuracy of the Z vote
     * @param trainingDeviceWrites cells that got at least one pulse in training, one count a write
     * @param trainingJoules energy of the training
     * @param inferencePerImageJoules energy to classify one image
     * @param error why runs are missing; empty if none are
     */
    public record Point(
            String value,
            List<Run> runs,
            Spread accuracyEq5,
            Spread accuracyZ,
            Spread trainingDeviceWrites,
            Spread trainingJoules,
            Spread inferencePerImageJoules,
            String error) {

        static Point of(String value, List<Run> runs, String error) {
            return new Point(
                    value,
                    runs,
                    spread(runs, Run::accuracyEq5),
                    spread(runs, Run::accuracyZ),
                    spread(runs, Run::trainingDeviceWrites),
                    spread(runs, Run::trainingJoules),
                    spread(runs, Run::inferencePerImageJoules),
                    error);
        }

        private static Spread spread(List<Run> runs, ToDoubleFunction<Run> figure) {
            return Spread.of(runs.stream().mapToDouble(figure).toArray());
        }
    }

    /** A finished run; the components are those of {@link Point}. */
    public record Run(
            long seed,
            double accuracyEq5,
            double accuracyZ,
            long trainingDeviceWrites,
            double trainingJoules,
            double inferencePerImageJoules) {}

    /** A line of {@code vary.csv}; deviations are standard deviations over the seeds, errors standard errors of the mean. */
    record Line(
            String value,
            int seeds,
            double accuracyEq5Mean,
            double accuracyEq5Deviation,
            double accuracyEq5Error,
            double accuracyZMean,
            double accuracyZDeviation,
            double accuracyZError,
            double trainingDeviceWritesMean,
            double trainingDeviceWritesDeviation,
            double trainingDeviceWritesError,
            double trainingMeanJoules,
            double trainingDeviationJoules,
            double trainingErrorJoules,
            double inferencePerImageMeanJoules,
            double inferencePerImageDeviationJoules,
            double inferencePerImageErrorJoules,
            String failure) {

        static Line of(Point point) {
            return new Line(
                    point.value(),
                    point.runs().size(),
                    point.accuracyEq5().mean(),
                    point.accuracyEq5().deviation(),
                    point.accuracyEq5().standardError(),
                    point.accuracyZ().mean(),
                    point.accuracyZ().deviation(),
                    point.accuracyZ().standardError(),
                    point.trainingDeviceWrites().mean(),
                    point.trainingDeviceWrites().deviation(),
                    point.trainingDeviceWrites().standardError(),
                    point.trainingJoules().mean(),
                    point.trainingJoules().deviation(),
                    point.trainingJoules().standardError(),
                    point.inferencePerImageJoules().mean(),
                    point.inferencePerImageJoules().deviation(),
                    point.inferencePerImageJoules().standardError(),
                    point.error());
        }
    }
}
