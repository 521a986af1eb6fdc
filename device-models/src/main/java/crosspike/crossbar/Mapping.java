package crosspike.crossbar;

import crosspike.device.ConductanceRange;
import crosspike.input.KeyError;

/**
 * How the signed weights of a layer lie in cells.
 *
 * @param kind the way
 * @param columnsPerNeuron bit lines that each neuron needs; the cells of a weight are neighbours in a row
 * @param bitsPerCell what each cell of a {@link Kind#SLICED} weight holds; 0 for the others
 */
public record Mapping(Kind kind, int columnsPerNeuron, int bitsPerCell) {

    /** The ways to lay weights in cells. */
    public enum Kind {
        /** One cell for each weight; weight 0 is the middle of the conductance range (Shi 2019, Eq. 6). */
        SINGLE,
        /** A G+/G− pair on neighbouring columns. */
        PAIR,
        /**
         * A G+/G− pair of cells that are only ever potentiated, as phase-change memory wants it: G+ for more weight, G− for
         * less. Before a cell reaches its end, both are reset and their difference is written anew.
         */
        UNIDIRECTIONAL_PAIR,
        /** One cell for each weight, and one more column at the middle of the range, whose current is subtracted. */
        REFERENCE_COLUMN,
        /** Several cells of few states hold the digits of a weight; their currents are shifted and added. */
        SLICED
    }

    /** Most bits of a sliced weight. */
    public static final int MOST_BITS = 16;

    public static final Mapping SINGLE = new Mapping(Kind.SINGLE, 1, 0);
    public static final Mapping PAIR = new Mapping(Kind.PAIR, 2, 0);
    public static final Mapping UNIDIRECTIONAL_PAIR = new Mapping(Kind.UNIDIRECTIONAL_PAIR, 2, 0);
    public static final Mapping REFERENCE_COLUMN = new Mapping(Kind.REFERENCE_COLUMN, 1, 0);

    public Mapping {
        boolean fits = kind == Kind.SLICED
                ? columnsPerNeuron >= 2 && bitsPerCell >= 1 && columnsPerNeuron * bitsPerCell <= MOST_BITS
                : bitsPerCell == 0
                        && columnsPerNeuron == (kind == Kind.PAIR || kind == Kind.UNIDIRECTIONAL_PAIR ? 2 : 1);
        if (!fits) {
            throw new IllegalArgumentException(
                    kind + " of " + columnsPerNeuron + " columns and " + bitsPerCell + " bits a cell");
        }
    }

    /**
     * A weight in several cells, the most significant digit first.
     *
     * @throws KeyError if there are fewer than two slices, less than a bit in each, or more bits than {@link #MOST_BITS}
     */
    public static Mapping sliced(int slices, int bits) {
        if (slices < 2 || slices > MOST_BITS) {
            throw new KeyError("slices", "is " + slices + "; expected 2 to " + MOST_BITS);
        }
        if (bits < 1 || bits * slices > MOST_BITS) {
            throw new KeyError(
                    "slice_bits",
                    "is " + bits + "; expected 1 " + (2 * slices > MOST_BITS ? "" : "to " + MOST_BITS / slices + " ")
                            + "in " + slices + " slices");
        }
        return new Mapping(Kind.SLICED, slices, bits);
    }

    /** The mapping of a kind that needs no numbers: any but {@link Kind#SLICED}. */
    public static Mapping of(Kind kind) {
        return switch (kind) {
            case SINGLE -> SINGLE;
            case PAIR -> PAIR;
            case UNIDIRECTIONAL_PAIR -> UNIDIRECTIONAL_PAIR;
            case REFERENCE_COLUMN -> REFERENCE_COLUMN;
            case SLICED -> throw new IllegalArgumentException("sliced weights need slices and bits");
        };
    }

    /** Whether the currents of two cells are subtracted. */
    public boolean isPair() {
        return kind == Kind.PAIR || kind == Kind.UNIDIRECTIONAL_PAIR;
    }

    /** Bit lines that so many neurons need. */
    public int columns(int neurons) {
        return neurons * columnsPerNeuron + sharedColumns();
    }

    /** Neurons that so many bit lines serve; the inverse of {@link #columns}. */
    int neurons(int columns) {
        return (columns - sharedColumns()) / columnsPerNeuron;
    }

    private int sharedColumns() {
        return kind == Kind.REFERENCE_COLUMN ? 1 : 0;
    }

    WeightMapping on(ConductanceRange range, double readVolts) {
        return switch (kind) {
            case SINGLE -> new SingleDevice(range, readVolts);
            case PAIR -> new DifferentialPair(range, readVolts);
            case UNIDIRECTIONAL_PAIR -> new UnidirectionalPair(new DifferentialPair(range, readVolts));
            case REFERENCE_COLUMN -> new ReferenceColumn(new SingleDevice(range, readVolts));
            case SLICED -> new SlicedWeight(range, readVolts, columnsPerNeuron, bitsPerCell);
        };
    }
}
