package crosspike.device.calibration;

import crosspike.device.ConductanceRange;
import crosspike.device.PulseCurve;
import crosspike.device.Waveforms;
import crosspike.device.library.DeviceSheet;
import crosspike.device.library.DeviceSheet.Cell;
import crosspike.device.library.DeviceSheet.Conductance;
import crosspike.device.library.DeviceSheet.Kind;
import crosspike.device.library.DeviceSheet.PulseTrain;
import crosspike.device.library.DeviceSheet.ReadPulse;
import crosspike.device.library.DeviceSheet.ResponseKind;
import crosspike.device.library.DeviceSheet.Technology;
import crosspike.input.UserError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A device fitted to what trains of pulses did to cells at any conductance, as a training in front of an array logs it: no cell
 * has to go through its range. Along the exponential curve the step of a pulse is linear in the conductance ({@link StepCurve}); the
 * steps at both ends and the noise of a pulse are fitted for each direction.
 *
 * @param range Gmin and Gmax
 * @param potentiation the rising curve
 * @param depression the falling curve
 * @param cycleToCycleSigma standard deviation of one pulse as a fraction of the range; noise of the reads is in it
 * @param steps that were fitted: trains that began inside the range, and where nothing is noisy also ended there
 * @param rms residual of those that ended inside, as a fraction of the range
 * @param rmsOfOldModel the same for the model that drove the array
 * @see "P.-Y. Chen, X. Peng, S. Yu, NeuroSim: a circuit-level macro model, IEEE TCAD 37 (2018) 3067 (the curve)"
 */
public record StepFit(
        ConductanceRange range,
        Curve potentiation,
        Curve depression,
        Estimate cycleToCycleSigma,
        int steps,
        double rms,
        double rmsOfOldModel) {

    /** Cells this far from the end of the model's range that pulses do not move have reached their own; chosen. */
    private static final double SHORT_OF_THE_END = 0.02;

    private static final double UNMOVED = 2e-3;
    private static final int FEWEST_UNMOVED = 10;

    /**
     * One direction.
     *
     * @param pulses of a full swing, not rounded
     * @param label nonlinearity label
     */
    public record Curve(Estimate pulses, Estimate label) {}

    /**
     * Fits.
     *
     * @param model range of the model that drove the array
     * @param steps measured, at least ten of each direction
     * @param confidence of the intervals, between 0 and 1
     * @throws UserError if too few trains end inside the range, or pulses do not move the cells
     */
    public static StepFit of(ConductanceRange model, List<PulseStep> steps, double confidence) {
        ConductanceRange range = range(model, steps);
        double min = range.minSiemens();
        double width = range.maxSiemens() - min;
        DirectionFit up = DirectionFit.of(
                steps.stream().filter(step -> step.pulses() > 0).toList(), g -> (g - min) / width, "potentiating");
        DirectionFit down = DirectionFit.of(
                steps.stream().filter(step -> step.pulses() < 0).toList(), g -> 1 - (g - min) / width, "depressing");
        double squares = 0;
        double old = 0;
        int count = 0;
        for (PulseStep step : steps) {
            double before = (step.before() - min) / width;
            double after = (step.after() - min) / width;
            if (DirectedSteps.isInside(before) && DirectedSteps.isInside(after)) {
                int n = Math.abs(step.pulses());
                double expected = step.pulses() > 0
                        ? up.curve().after(before, n)
                        : 1 - down.curve().after(1 - before, n);
                squares += Math.pow(after - expected, 2);
                old += Math.pow((step.after() - step.modelled()) / width, 2);
                count++;
            }
        }
        return new StepFit(
                range,
                new Curve(up.pulses(confidence), up.label(confidence)),
                new Curve(down.pulses(confidence), down.label(confidence).negative()),
                sigma(up, down, confidence),
                up.data().size() + down.data().size(),
                Math.sqrt(squares / count),
                Math.sqrt(old / count));
    }

    /** Of both directions together. The standard error of the standard deviation of n normal numbers is σ/√(2n). */
    private static Estimate sigma(DirectionFit up, DirectionFit down, double confidence) {
        double ups = up.data().size();
        double downs = down.data().size();
        double sigma = Math.sqrt((ups * Math.pow(up.sigma(), 2) + downs * Math.pow(down.sigma(), 2)) / (ups + downs));
        if (up.isQuiet() && down.isQuiet()) {
            return new Estimate(sigma, Double.NaN, Double.NaN);
        }
        int uncut = up.data().uncut().size() + down.data().uncut().size();
        return Estimate.within(sigma, sigma / Math.sqrt(2.0 * uncut), confidence);
    }

    /** The model's range, wider if cells were measured outside, narrower where pulses did not move cells any more. */
    private static ConductanceRange range(ConductanceRange model, List<PulseStep> steps) {
        double[] after = steps.stream().mapToDouble(PulseStep::after).sorted().toArray();
        double low = after[after.length / 1000];
        double high = after[after.length - 1 - after.length / 1000];
        double width = model.widthSiemens();
        boolean ends = low > model.minSiemens() + SHORT_OF_THE_END * width && isUnmovedAt(low, -1, width, steps);
        boolean tops = high < model.maxSiemens() - SHORT_OF_THE_END * width && isUnmovedAt(high, 1, width, steps);
        double min = Math.max(0, ends ? low : Math.min(low, model.minSiemens()));
        double max = tops ? high : Math.max(high, model.maxSiemens());
        if ((float) min >= (float) max) {
            throw new UserError(String.format(
                    Locale.ROOT,
                    "the cells are at %.3g S whatever the pulses were; expected a log in which pulses moved them both ways",
                    low));
        }
        return new ConductanceRange((float) min, (float) max);
    }

    private static boolean isUnmovedAt(double siemens, int sign, double width, List<PulseStep> steps) {
        return steps.stream()
                        .filter(step -> Integer.signum(step.pulses()) == sign)
                        .filter(step -> Math.abs(step.before() - siemens) < UNMOVED * width)
                        .filter(step -> Math.abs(step.after() - step.before()) < UNMOVED * width)
                        .count()
                >= FEWEST_UNMOVED;
    }

    /** What was fitted, by name. */
    public Map<String, Estimate> numbers() {
        Map<String, Estimate> numbers = new LinkedHashMap<>();
        numbers.put("Gmin (S)", new Estimate(range.minSiemens(), Double.NaN, Double.NaN));
        numbers.put("Gmax (S)", new Estimate(range.maxSiemens(), Double.NaN, Double.NaN));
        numbers.put("pulses LTP", potentiation.pulses());
        numbers.put("NL LTP", potentiation.label());
        numbers.put("pulses LTD", depression.pulses());
        numbers.put("NL LTD", depression.label());
        numbers.put("C2C sigma of a pulse (of the range)", cycleToCycleSigma);
        return numbers;
    }

    /** The fit as a device that runs; footprint and kind of memory are stand-ins unless they are known. */
    public DeviceSheet sheet(
            String name, String source, Waveforms waveforms, Optional<Technology> technology, Optional<Cell> cell) {
        return new DeviceSheet(
                name,
                name,
                technology.orElse(Technology.RRAM),
                List.of("fitted by crosspike fit to " + source),
                new Conductance(range.minSiemens(), range.maxSiemens()),
                ResponseKind.PULSED,
                train(
                        potentiation,
                        waveforms.potentiation().volts(),
                        waveforms.potentiation().seconds()),
                train(
                        depression,
                        waveforms.depression().volts(),
                        waveforms.depression().seconds()),
                Math.min(1, rounded(cycleToCycleSigma.value())),
                new ReadPulse(waveforms.read().volts(), waveforms.read().seconds()),
                cell.orElse(new Cell(4, 4)),
                Kind.ANALOG,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                cell.isPresent() && technology.isPresent()
                        ? List.of()
                        : List.of("cell and technology are stand-ins unless they were named, not measured"));
    }

    private static PulseTrain train(Curve curve, double volts, double seconds) {
        int pulses = (int) Math.max(
                1, Math.min(PulseCurve.MAX_PULSES, Math.round(curve.pulses().value())));
        return PulseTrain.identical(pulses, rounded(curve.label().value()), volts, seconds);
    }

    private static double rounded(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.4g", value));
    }
}
