package crosspike.device.nonideality;

import crosspike.random.RandomStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The layers over one array, in the order in which they act. */
public final class LayerStack {
    private final Layer.Write[] writes;
    private final Layer.Placement[] placements;
    private final Layer.Read[] reads;
    private final Layer.Noise[] noises;
    private final Layer.Ageing[] ageings;
    private final Layer.Conduction[] conductions;

    private LayerStack(List<Layer> layers) {
        writes = of(layers, Layer.Write.class).toArray(Layer.Write[]::new);
        placements = of(layers, Layer.Placement.class).toArray(Layer.Placement[]::new);
        reads = of(layers, Layer.Read.class).toArray(Layer.Read[]::new);
        noises = of(layers, Layer.Noise.class).toArray(Layer.Noise[]::new);
        ageings = of(layers, Layer.Ageing.class).toArray(Layer.Ageing[]::new);
        conductions = of(layers, Layer.Conduction.class).toArray(Layer.Conduction[]::new);
    }

    private static <T> List<T> of(List<Layer> layers, Class<T> role) {
        return layers.stream().filter(role::isInstance).map(role::cast).toList();
    }

    /**
     * Lays non-idealities over an array.
     *
     * @throws crosspike.input.UserError if one does not suit the array's cells, or comes too late in the list
     */
    public static LayerStack on(CellArray array, List<Nonideality> nonidealities) {
        List<Layer> layers = new ArrayList<>();
        Map<Class<?>, Integer> kinds = new HashMap<>();
        for (Nonideality nonideality : nonidealities) {
            int ofItsKind = kinds.merge(nonideality.getClass(), 1, Integer::sum);
            Layer layer = nonideality.on(array.after(ofItsKind - 1));
            if (nonideality instanceof DeviceToDevice spread) {
                spread.refuseAfter(of(layers, Layer.Write.class));
            }
            layers.add(layer);
        }
        return new LayerStack(layers);
    }

    /** As {@link Layer.Write#written}, by all layers. */
    public void written(Cells cells, float[] before, float[] after, float[] pulses, RandomStream random) {
        for (Layer.Write layer : writes) {
            layer.written(cells, before, after, pulses, random);
        }
    }

    /** As {@link Layer.Placement#placed}, by all layers. */
    public void placed(Cells cells, float[] targets, float[] after, RandomStream random) {
        for (Layer.Placement layer : placements) {
            layer.placed(cells, targets, after, random);
        }
    }

    /** Whether placing leaves errors. */
    public boolean disturbsPlacement() {
        return placements.length > 0;
    }

    /** Whether reads see other conductances than pulses left. */
    public boolean changesReads() {
        return reads.length > 0;
    }

    /** As {@link Layer.Read#read}, by all layers. */
    public void read(Cells cells, float[] siemens) {
        for (Layer.Read layer : reads) {
            layer.read(cells, siemens);
        }
    }

    /** Whether each read differs from the next. */
    public boolean isNoisy() {
        return noises.length > 0;
    }

    /** As {@link Layer.Noise#addVariance}, by all layers. */
    public void addVariance(Cells cells, float[] siemens, float[] variance) {
        for (Layer.Noise layer : noises) {
            layer.addVariance(cells, siemens, variance);
        }
    }

    /** As {@link Layer.Ageing#age}, by all layers. */
    public void age(
            Cells cells, float[] siemens, double fromSeconds, double toSeconds, double kelvin, RandomStream random) {
        for (Layer.Ageing layer : ageings) {
            layer.age(cells, siemens, fromSeconds, toSeconds, kelvin, random);
        }
    }

    /** Whether the current of a cell is proportional to the voltage across it. */
    public boolean isOhmic() {
        return conductions.length == 0;
    }

    /** As {@link Layer.Conduction#curvature}; 0 without such a layer, NaN with several. */
    public double curvature() {
        return isOhmic() ? 0 : conductions.length == 1 ? conductions[0].curvature() : Double.NaN;
    }

    /** As {@link Layer.Conduction#atReadFraction}, of all layers. */
    public double atReadFraction(double fractionOfReadVolts) {
        double factor = 1;
        for (Layer.Conduction layer : conductions) {
            factor *= layer.atReadFraction(fractionOfReadVolts);
        }
        return factor;
    }

    /** As {@link Layer.Conduction#atHalfWrite}, of all layers. */
    public double atHalfWrite() {
        double factor = 1;
        for (Layer.Conduction layer : conductions) {
            factor *= layer.atHalfWrite();
        }
        return factor;
    }
}
