package crosspike.snn.lif;

import crosspike.snn.Require;

/**
 * Steps and presentations.
 *
 * @param stepSeconds length of a step in s
 * @param imageSeconds how long an image is shown, in s
 * @param restSeconds pause after it, in s. Nothing spikes in it: potentials relax to rest by {@code e^(−t/τ)}, conductances
 *     are 0 after it
 * @param integrator of the membrane equation
 * @param decay of the conductances from step to step
 */
public record Timing(double stepSeconds, double imageSeconds, double restSeconds, Integrator integrator, Decay decay) {

    /** How potentials advance by a step. a = step/τ. */
    public enum Integrator {
        /**
         * {@code v ← (v + a·(Erest + g·Ee + gi·Ei)) / (1 + a·(1 + g + gi))}: stable for any conductance, as it never
         * overshoots a reversal potential.
         */
        BACKWARD_EULER,
        /**
         * {@code v ← v + a·((Erest − v) + g·(Ee − v) + gi·(Ei − v))}, as the simulators of the papers do. Diverges when
         * {@code a·(1 + g + gi)} exceeds 2: at 0.5 ms with about 23 inhibitory spikes at once.
         */
        FORWARD_EULER
    }

    /** What is left of a conductance after a step. */
    public enum Decay {
        /** {@code e^(−step/τ)}; a spike delivers 1.27 w·τ at 0.5 ms, as the first step counts in full. */
        EXPONENTIAL,
        /** {@code 1 − step/τ}; a spike delivers w·τ. */
        EULER
    }

    /** 350 ms of image, 150 ms of rest, in steps of 0.5 ms. */
    public static final Timing DIEHL_COOK =
            new Timing(0.5e-3, 0.35, 0.15, Integrator.BACKWARD_EULER, Decay.EXPONENTIAL);

    /** Most steps of a presentation. */
    public static final int MOST_STEPS = 100_000;

    public Timing {
        Require.within("step in s", stepSeconds, 1e-6, 0.01);
        Require.that(
                imageSeconds >= stepSeconds && Math.rint(imageSeconds / stepSeconds) <= MOST_STEPS,
                "presentation in s",
                imageSeconds,
                "1 to " + MOST_STEPS + " steps");
        Require.within("rest in s", restSeconds, 0, 100);
        Require.that(integrator != null && decay != null, "integrator, decay", integrator + ", " + decay, "both");
    }

    /** Steps of a presentation. */
    public int imageSteps() {
        return steps(imageSeconds);
    }

    /** Steps that the rest would take. */
    public int restSteps() {
        return steps(restSeconds);
    }

    /** The nearest whole number of steps. */
    int steps(double seconds) {
        return (int) Math.round(seconds / stepSeconds);
    }

    /** What is left of a conductance with this time constant after a step. */
    float keep(double seconds) {
        return (float)
                (decay == Decay.EXPONENTIAL ? StrictMath.exp(-stepSeconds / seconds) : 1 - stepSeconds / seconds);
    }
}
