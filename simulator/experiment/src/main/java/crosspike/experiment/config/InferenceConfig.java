package crosspike.experiment.config;

import crosspike.input.Dimension;
import crosspike.input.Key;

/**
 * What happens to the cells between training and inference.
 *
 * @param afterSeconds time between programming and labelling on the one hand, and inference on the other
 * @param temperatureKelvin temperature meanwhile
 * @param transfer whether the trained weights are programmed once more before labelling; null: if a layer describes the
 *     errors of programming
 */
public record InferenceConfig(
        @Key(
                doc = "Time between training and inference: drift, retention and relaxation act in it.",
                dimension = Dimension.TIME,
                name = "after",
                min = 0,
                max = 1e12,
                defaultValue = "0 s")
        double afterSeconds,

        @Key(
                doc = "Temperature meanwhile.",
                dimension = Dimension.TEMPERATURE,
                name = "temperature",
                min = 1,
                max = 2000,
                defaultValue = "300 K")
        double temperatureKelvin,

        @Key(
                doc =
                        "Program the trained weights once more before labelling; absent: if a layer describes the errors of"
                                + " programming.",
                optional = true)
        Boolean transfer) {}
