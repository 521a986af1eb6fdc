package crosspike.spice.export;

import java.util.List;

/** The subcircuits that users may edit: one file each, which must define the subcircuit with these pins and parameters. */
public enum Template {
    DEVICE_LINEAR("device-linear.cir", "device", List.of("p", "n"), List.of("ohm", "b")),
    DEVICE_SINH("device-sinh.cir", "device", List.of("p", "n"), List.of("ohm", "b")),
    CELL_1R("cell-1r.cir", "cell_1r", List.of("word", "bit"), List.of("ohm", "b")),
    CELL_1T1R_SWITCH(
            "cell-1t1r-switch.cir",
            "cell_1t1r_switch",
            List.of("word", "gate", "bit"),
            List.of("ohm", "b", "ron", "vgate")),
    CELL_1T1R_MOS(
            "cell-1t1r-mos.cir", "cell_1t1r_mos", List.of("word", "gate", "bit"), List.of("ohm", "b", "ron", "vgate")),
    SEGMENT("segment.cir", "segment", List.of("a", "b"), List.of("ohm", "farad")),
    LIF("lif.cir", "lif", List.of("mem", "spike"), List.of("farad", "leak", "vth", "tau"));

    private final String file;
    private final String subcircuit;
    private final List<String> pins;
    private final List<String> parameters;

    Template(String file, String subcircuit, List<String> pins, List<String> parameters) {
        this.file = file;
        this.subcircuit = subcircuit;
        this.pins = pins;
        this.parameters = parameters;
    }

    /** Its file in the folder of templates. */
    public String file() {
        return file;
    }

    /** The subcircuit it defines. */
    public String subcircuit() {
        return subcircuit;
    }

    List<String> pins() {
        return pins;
    }

    List<String> parameters() {
        return parameters;
    }

    /** The line that a file must have. */
    String definition() {
        StringBuilder line = new StringBuilder(".subckt ").append(subcircuit);
        pins.forEach(pin -> line.append(' ').append(pin));
        parameters.forEach(parameter -> line.append(' ').append(parameter).append("=..."));
        return line.toString();
    }
}
