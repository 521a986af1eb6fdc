package crosspike.device.calibration;

import crosspike.input.UserError;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a fit is asked to do.
 *
 * @param model to fit; empty: linear or exponential, whichever has the lower AIC
 * @param confidence of the intervals, above 0 and below 1
 * @param untilPulse last potentiating pulse to fit; empty: all
 * @param allowsGap whether curves are fitted whose two directions do not meet
 */
public record FitOptions(Optional<FitModel> model, double confidence, OptionalInt untilPulse, boolean allowsGap) {
    public FitOptions {
        if (!(confidence > 0 && confidence < 1)) {
            throw new UserError(
                    "--confidence is " + confidence + "; expected a fraction between 0 and 1, such as 0.95");
        }
        if (untilPulse.isPresent() && untilPulse.getAsInt() < 1) {
            throw new UserError("--until-pulse is " + untilPulse.getAsInt() + "; expected a pulse, from 1");
        }
    }

    /** Intervals of 95 % and the best model. */
    public static FitOptions standard() {
        return new FitOptions(Optional.empty(), 0.95, OptionalInt.empty(), false);
    }
}
