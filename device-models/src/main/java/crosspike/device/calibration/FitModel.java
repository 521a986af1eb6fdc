package crosspike.device.calibration;

import java.util.Locale;

/** What a device can be fitted as. */
public enum FitModel {
    /** Equal steps. */
    LINEAR,
    /** The exponential curve of the nonlinearity labels. */
    EXPONENTIAL,
    /** Steps in proportion to the distance from a bound. */
    SOFT_BOUNDS,
    /** The measured means themselves, smoothed and made monotone. */
    MEASURED;

    /** As users write it: {@code soft_bounds}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    CurveFit fit(Normalised data) {
        return switch (this) {
            case LINEAR -> LeastSquares.fit(CurveModel.LINEAR, data);
            case EXPONENTIAL -> LeastSquares.fit(CurveModel.EXPONENTIAL, data);
            case SOFT_BOUNDS -> LeastSquares.fit(CurveModel.SOFT_BOUNDS, data);
            case MEASURED -> MonotoneCurves.of(data);
        };
    }
}
