package crosspike.experiment.config;

import crosspike.device.ConductanceRange;
import crosspike.input.Key;
import crosspike.input.Kind;
import crosspike.snn.wta.ExponentialStdp;
import crosspike.snn.wta.StdpRule;

/**
 * Learning rule and length of training of the network of Shi et al. 2019.
 *
 * @param epochs passes over the training images
 * @param rule what an output spike does to weights
 * @param a largest potentiation
 * @param b how fast potentiation falls with the weight
 * @param c depression
 * @param window a measured window; null if there is none
 */
@Kind("shi2019")
public record Shi2019Learning(
        @Key(
                doc = "Passes over the training images; 0: none, the network stays as it begins.",
                min = 0,
                max = 10_000,
                defaultValue = "3")
        double epochs,

        @Key(
                doc = "exponential: a, b and c below; measured-window: as the window below says.",
                defaultValue = "exponential")
        Rule rule,

        @Key(doc = "Largest potentiation of a weight, Shi 2019 Table 1.", above = 0, max = 2, defaultValue = "0.0667")
        double a,

        @Key(
                doc = "How fast potentiation falls with the weight; 0: not at all, and no read before a write.",
                min = 0,
                max = 16,
                defaultValue = "2.5")
        double b,

        @Key(doc = "Depression of a weight.", min = 0, max = 2, defaultValue = "0.0167")
        double c,

        @Key(doc = "A measured STDP window, for the rule of that name.", optional = true)
        WindowConfig window)
        implements LearningConfig {

    /** How an output spike changes the weights of its neuron. */
    public enum Rule {
        /** Exponential potentiation and constant depression (Shi 2019, Eq. 3). */
        EXPONENTIAL,
        /** As a device was measured to change. */
        MEASURED_WINDOW
    }

    public Shi2019Learning {
        WindowConfig.requireIf(rule == Rule.MEASURED_WINDOW, window);
    }

    @Override
    public LearningConfig withEpochs(double otherEpochs) {
        return new Shi2019Learning(otherEpochs, rule, a, b, c, window);
    }

    @Override
    public LearningConfig resolved() {
        return window == null ? this : new Shi2019Learning(epochs, rule, a, b, c, window.resolved());
    }

    /**
     * The rule.
     *
     * @param range of the cells
     * @param blind whether the weights are not known: then all are taken for 0
     */
    public StdpRule stdp(ConductanceRange range, boolean blind) {
        return switch (rule) {
            case EXPONENTIAL ->
                blind ? new ExponentialStdp(a * StrictMath.exp(-b), 0, c) : new ExponentialStdp(a, b, c);
            case MEASURED_WINDOW -> window.rule(range);
        };
    }
}
