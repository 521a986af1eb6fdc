package crosspike.experiment.config;

import crosspike.device.ConductanceRange;
import crosspike.device.measured.ImportOptions;
import crosspike.device.measured.Importer;
import crosspike.device.measured.Kind;
import crosspike.device.measured.Measurement;
import crosspike.device.measured.Unsaid;
import crosspike.input.Dimension;
import crosspike.input.Key;
import crosspike.input.UserError;
import crosspike.snn.StdpWindow;
import crosspike.snn.lif.learning.MeasuredPairs;
import crosspike.snn.wta.MeasuredWindow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A measured STDP window.
 *
 * @param file measurement of kind stdp; null if the points are given
 * @param points the window itself; empty if a file is given
 * @param changeUnit what changes are measured in
 * @param interpolation between points
 * @param depressAtSeconds Δt of rows whose input did not spike within the window; null: they stay as they are
 */
public record WindowConfig(
        @Key(
                doc = "CSV file with columns dt_s and dg_rel, or what `crosspike import` takes for kind stdp.",
                optional = true)
        String file,

        @Key(doc = "The window itself; runs write it here so that they can be repeated.", defaultValue = "[]")
        List<Point> points,

        @Key(
                doc =
                        "Changes are range: fractions of Gmax - Gmin; conductance: fractions of the conductance of the moment;"
                                + " siemens: S, written as bare numbers.",
                defaultValue = "range")
        ChangeUnit changeUnit,

        @Key(doc = "Between points: straight lines, or cubics that do not overshoot.", defaultValue = "linear")
        StdpWindow.Interpolation interpolation,

        @Key(
                doc =
                        "Rows whose input did not spike within the window change as measured at this time difference, less than"
                                + " 0; absent: not at all.",
                dimension = Dimension.TIME,
                min = -10,
                below = 0,
                optional = true)
        Double depressAtSeconds) {

    /** What a change is measured in. */
    public enum ChangeUnit {
        RANGE,
        CONDUCTANCE,
        SIEMENS
    }

    private static final double LONGEST_SECONDS = 10;
    private static final double LARGEST_CHANGE = 1e3;

    /**
     * A measured point.
     *
     * @param dtSeconds output spike minus input spike
     * @param change of the conductance
     */
    public record Point(
            @Key(
                    doc = "Time of the output spike minus time of the input spike.",
                    dimension = Dimension.TIME,
                    min = -LONGEST_SECONDS,
                    max = LONGEST_SECONDS)
            double dtSeconds,

            @Key(
                    doc = "Change of the conductance.",
                    dimension = Dimension.FRACTION,
                    min = -LARGEST_CHANGE,
                    max = LARGEST_CHANGE)
            double change) {
        /** Of a row of a file; a run must be able to write it into its config. */
        private static Point measured(double seconds, double change) {
            if (Double.isNaN(seconds) || Double.isNaN(change)) {
                throw new UserError("a value is missing; expected dt_s and dg_rel");
            }
            if (Math.abs(seconds) > LONGEST_SECONDS)
                throw new UserError("dt_s is " + seconds + "; expected -10 to 10 s");
            if (Math.abs(change) > LARGEST_CHANGE) {
                throw new UserError("dg_rel is " + change + "; expected -1000 to 1000");
            }
            return new Point(seconds, change);
        }
    }

    public WindowConfig {
        points = List.copyOf(points);
        if ((file == null) == points.isEmpty()) {
            throw new UserError(
                    file == null
                            ? "a measured window has no points; expected file or points"
                            : "a measured window is given twice; expected one of file and points");
        }
        if (file == null && points.stream().noneMatch(point -> point.dtSeconds() >= 0)) {
            throw new UserError("points are all before 0; expected some with the input spike first, dt of 0 or more");
        }
    }

    /**
     * @param wanted whether the rule is that of a window
     * @throws UserError if there is none then
     */
    static void requireIf(boolean wanted, WindowConfig window) {
        if (wanted && window == null) {
            throw new UserError("rule is measured-window, but there is no window; expected learning.window.file with"
                    + " columns dt_s and dg_rel, or learning.window.points");
        }
    }

    /** What a file holds, with the usual settings. */
    public static WindowConfig ofFile(Path file) {
        return new WindowConfig(file.toString(), List.of(), ChangeUnit.RANGE, StdpWindow.Interpolation.LINEAR, null);
    }

    /**
     * The same with the points of its file written out.
     *
     * @throws UserError if the file is no measured window, or has nothing at {@code depress_at}
     */
    public WindowConfig resolved() {
        WindowConfig read = file == null
                ? this
                : new WindowConfig(null, pointsOf(Path.of(file)), changeUnit, interpolation, depressAtSeconds);
        if (depressAtSeconds != null && Double.isNaN(read.window().at(depressAtSeconds))) {
            throw new UserError("depress_at is " + Dimension.TIME.format(depressAtSeconds)
                    + ", where nothing was measured; expected a time within the table");
        }
        return read;
    }

    /** The rule for cells of a range. */
    MeasuredWindow rule(ConductanceRange range) {
        StdpWindow window = window();
        double outside = depressAtSeconds == null ? 0 : window.at(depressAtSeconds);
        double width = range.widthSiemens();
        return switch (changeUnit) {
            case RANGE -> MeasuredWindow.ofRange(window, outside, 1);
            case SIEMENS -> MeasuredWindow.ofRange(window, outside, 1 / width);
            case CONDUCTANCE -> MeasuredWindow.ofConductance(window, outside, range.minSiemens() / width);
        };
    }

    /**
     * The rule for pairs of nearest spikes, and cells of a range.
     *
     * @throws UserError if a change is out of all proportion to the cells
     */
    MeasuredPairs pairs(ConductanceRange range) {
        StdpWindow window = window();
        double outside = depressAtSeconds == null ? 0 : window.at(depressAtSeconds);
        double width = range.widthSiemens();
        try {
            return switch (changeUnit) {
                case RANGE -> MeasuredPairs.ofRange(window, outside, 1);
                case SIEMENS -> MeasuredPairs.ofRange(window, outside, 1 / width);
                case CONDUCTANCE -> MeasuredPairs.ofConductance(window, outside, range.minSiemens() / width);
            };
        } catch (IllegalArgumentException e) {
            throw new UserError("learning.window: " + e.getMessage() + " of the range of the cells", e);
        }
    }

    private StdpWindow window() {
        return new StdpWindow(
                points.stream()
                        .map(point -> new StdpWindow.Point(point.dtSeconds(), point.change()))
                        .toList(),
                interpolation);
    }

    private static List<Point> pointsOf(Path file) {
        Measurement measurement = measurement(file);
        if (measurement.kind() != Kind.STDP) {
            throw new UserError(file + " is a measurement of kind "
                    + measurement.kind().text() + "; expected one of kind stdp, with the columns dt_s and dg_rel");
        }
        List<Point> points = new ArrayList<>();
        for (Measurement.Row row : measurement.rows()) {
            try {
                points.add(Point.measured(measurement.number(row, "dt_s"), measurement.number(row, "dg_rel")));
            } catch (UserError e) {
                throw new UserError(file + " line " + row.line() + ": " + e.getMessage(), e);
            }
        }
        if (points.stream().noneMatch(point -> point.dtSeconds() >= 0)) {
            throw new UserError(file + " has no row with the input spike first; expected some with dt_s of 0 or more");
        }
        return points;
    }

    /** A config has no options of an import. */
    private static Measurement measurement(Path file) {
        try {
            return Importer.read(file, ImportOptions.none());
        } catch (Unsaid e) {
            throw new UserError(e.problem() + "; expected columns dt_s and dg_rel", e);
        }
    }
}
