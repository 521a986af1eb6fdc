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
 * @param resistors fixed resistors that take the place of the trained cells; null: the cells stay
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
        Boolean transfer,

        @Key(
                doc =
                        "Fixed resistors that take the place of the trained cells of a network with pruning.levels: 2, one of them at"
                                + " each connection (Rathi 2018, section III-B): a chip that classifies and does not learn. Absent: the"
                                + " cells stay.",
                optional = true)
        Resistors resistors) {

    /**
     * Resistors where wires cross, all alike: a weight is there or it is not. What the resistance stands for is in the gain of
     * the read-out.
     *
     * @param ohms resistance of each
     * @param widthFeatures width of a crossing in F
     * @param heightFeatures height of a crossing in F
     */
    public record Resistors(
            @Key(
                    doc = "Resistance of each.",
                    dimension = Dimension.RESISTANCE,
                    name = "resistance",
                    min = 1,
                    max = 1e12,
                    defaultValue = "1 Mohm")
            double ohms,

            @Key(
                    doc = "Width of a crossing in F; 2 is a wire and a space.",
                    name = "width_F",
                    above = 0,
                    max = 1e4,
                    defaultValue = "2")
            double widthFeatures,

            @Key(doc = "Height of a crossing in F.", name = "height_F", above = 0, max = 1e4, defaultValue = "2")
            double heightFeatures) {}
}
