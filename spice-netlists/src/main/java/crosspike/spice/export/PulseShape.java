package crosspike.spice.export;

import crosspike.input.UserError;
import crosspike.spice.SpiceNumber;
import java.math.BigDecimal;

/**
 * Course of a pulse: 0 until the delay, then up, flat and down on straight edges. The width is that at half height, so
 * that the pulse holds as much charge as a rectangle of its width.
 *
 * @param delaySeconds when it begins to rise
 * @param riseSeconds length of the rising edge
 * @param widthSeconds width at half height
 * @param fallSeconds length of the falling edge
 * @param count how many pulses, one each {@link #periodSeconds()}
 */
public record PulseShape(double delaySeconds, double riseSeconds, double widthSeconds, double fallSeconds, int count) {

    public PulseShape {
        boolean ordered = delaySeconds > 0 && riseSeconds > 0 && fallSeconds > 0 && widthSeconds <= 1e6;
        if (!(ordered && widthSeconds > (riseSeconds + fallSeconds) / 2)) {
            throw new UserError("pulse has delay " + delaySeconds + " s, edges " + riseSeconds + " s and " + fallSeconds
                    + " s and width " + widthSeconds + " s; expected times above 0 and edges shorter than the width");
        }
        if (count < 1 || count > 10_000) throw new UserError("pulses are " + count + "; expected 1 to 10000");
    }

    /** A pulse with edges of a hundredth of its width, after a tenth of it. */
    public static PulseShape ofWidth(double widthSeconds) {
        double edge = part(widthSeconds, 2);
        return new PulseShape(part(widthSeconds, 1), edge, widthSeconds, edge, 1);
    }

    /** The width without so many of its decimal places: what people read should be round. */
    private static double part(double widthSeconds, int places) {
        if (!Double.isFinite(widthSeconds)) return Double.NaN;
        return new BigDecimal(SpiceNumber.text(widthSeconds))
                .movePointLeft(places)
                .doubleValue();
    }

    /** The same pulse so many times. */
    public PulseShape times(int pulses) {
        return new PulseShape(delaySeconds, riseSeconds, widthSeconds, fallSeconds, pulses);
    }

    /** From one pulse to the next. */
    double periodSeconds() {
        return 2 * widthSeconds;
    }

    /** When the first pulse begins to fall: all has settled that settles within a pulse. */
    double settledSeconds() {
        return delaySeconds + riseSeconds + flatSeconds();
    }

    /** When a simulation may end: a fifth of the width after the last pulse. */
    double stopSeconds() {
        return settledSeconds() + (count - 1) * periodSeconds() + fallSeconds + widthSeconds / 5;
    }

    private double flatSeconds() {
        return widthSeconds - (riseSeconds + fallSeconds) / 2;
    }

    /** The value of a SPICE source. */
    String source(double volts) {
        return source(volts, delaySeconds, flatSeconds());
    }

    /** The value of a source that begins half a delay earlier and ends half a delay later: for gates. */
    String enclosingSource(double volts) {
        return source(volts, delaySeconds / 2, flatSeconds() + delaySeconds);
    }

    private String source(double volts, double delay, double flat) {
        return "pulse(0 " + SpiceNumber.text(volts) + " " + SpiceNumber.text(delay) + " "
                + SpiceNumber.text(riseSeconds) + " " + SpiceNumber.text(fallSeconds) + " " + SpiceNumber.text(flat)
                + " " + SpiceNumber.text(periodSeconds()) + ")";
    }
}
