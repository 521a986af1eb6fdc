package crosspike.circuit.subarray;

/** The parts of an array with its periphery, in the order of a report. */
public enum Part {
    ARRAY("array", false),
    WORD_LINE_DECODER("wlDecoder", false),
    WORD_LINE_FOLLOWER("wlDecoderOutput", false),
    WORD_LINE_MATRIX("wlSwitchMatrix", false),
    SOURCE_LINE_MATRIX("slSwitchMatrix", false),
    BIT_LINE_MATRIX("blSwitchMatrix", false),
    COLUMN_MUX("mux", false),
    COLUMN_MUX_DECODER("muxDecoder", false),
    READ_CIRCUIT("readCircuit", false),
    SUBTRACTOR("subtractor", false),
    SHIFT_ADD("shiftAdd", false),
    NEURON_ADDER("neuron_adder", true),
    NEURON_MUX("neuron_mux", true),
    NEURON_MUX_DECODER("neuron_muxDecoder", true),
    NEURON_FLIP_FLOPS("neuron_dff", true),
    NEURON_SUBTRACTOR("neuron_subtractor", true);

    private final String label;
    private final boolean neuron;

    Part(String label, boolean neuron) {
        this.label = label;
        this.neuron = neuron;
    }

    /** The name in files. */
    public String label() {
        return label;
    }

    /** Whether it belongs to the neurons below the array, not to the synaptic core. */
    public boolean neuron() {
        return neuron;
    }
}
