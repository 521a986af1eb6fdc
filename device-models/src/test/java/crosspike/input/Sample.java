package crosspike.input;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A made-up experiment with every kind of key. */
record Sample(
        @Key(doc = "Name of the run.") String name,

        @Key(doc = "Seed of all random draws.", min = 0, defaultValue = "1")
        long seed,

        @Key(doc = "The cell.") Cell device,
        @Key(doc = "How the network learns.") Learning learning,

        @Key(doc = "Line resistances of the corners.", dimension = Dimension.RESISTANCE, above = 0, defaultValue = "[]")
        List<Double> lineOhms,

        @Key(doc = "Layers from the input on.", defaultValue = "[]")
        List<Layer> layers,

        @Key(doc = "Price per technology node.", defaultValue = "{}")
        Map<String, Float> prices,

        @Key(doc = "Where the images are.", optional = true) String folder,

        @Key(doc = "Ambient temperature.", dimension = Dimension.TEMPERATURE, above = 0)
        Optional<Double> ambientKelvin) {

    enum Rounding {
        NEAREST,
        STOCHASTIC_ROUNDING
    }

    record Cell(
            @Key(doc = "Width of a pulse.", dimension = Dimension.TIME, above = 0, max = 1)
            double pulseSeconds,

            @Key(doc = "Read voltage.", dimension = Dimension.VOLTAGE, min = 0, below = 5, defaultValue = "0.1 V")
            float readVolts,

            @Key(doc = "Conductance states.", min = 2, max = 65_536, defaultValue = "16")
            int levels,

            @Key(doc = "How a weight finds its state.", defaultValue = "nearest")
            Rounding rounding) {}

    record Learning(
            @Key(doc = "Passes over the images.", min = 0, max = 100, defaultValue = "1")
            double epochs,

            @Key(
                    doc = "Share of the weights pruned.",
                    dimension = Dimension.FRACTION,
                    min = 0,
                    below = 1,
                    defaultValue = "50 %")
            double prune,

            @Key(
                    doc = "The rule.",
                    choices = {"bayes", "stdp"},
                    defaultValue = "bayes")
            String rule,

            @Key(doc = "Whether pruned weights return.", name = "soft", defaultValue = "false")
            boolean isSoft) {

        Learning {
            if (isSoft && prune == 0) throw new UserError("soft is true but prune is 0; expected something to prune");
        }
    }

    record Layer(@Key(doc = "Neurons.", min = 1) int size) {}

    static Sample read(String yaml) {
        return RecordReader.read(Document.parse(yaml, "shi.yaml"), Sample.class);
    }
}
