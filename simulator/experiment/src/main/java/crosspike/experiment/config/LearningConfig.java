package crosspike.experiment.config;

import crosspike.input.Key;

/**
 * Learning rule and length of training.
 *
 * @param epochs passes over the training images
 * @param a largest potentiation
 * @param b how fast potentiation falls with the weight
 * @param c depression
 */
public record LearningConfig(
        @Key(doc = "Passes over the training images.", above = 0, max = 10_000, defaultValue = "3")
        double epochs,

        @Key(doc = "Largest potentiation of a weight, Shi 2019 Table 1.", above = 0, max = 2, defaultValue = "0.0667")
        double a,

        @Key(
                doc = "How fast potentiation falls with the weight; 0: not at all, and no read before a write.",
                min = 0,
                max = 16,
                defaultValue = "2.5")
        double b,

        @Key(doc = "Depression of a weight.", min = 0, max = 2, defaultValue = "0.0167")
        double c) {}
