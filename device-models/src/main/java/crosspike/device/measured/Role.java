package crosspike.device.measured;

import crosspike.input.Dimension;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a column of a file holds, recognised by its name. The first role whose pattern fits, and the unit, takes it. */
enum Role {
    WORDLINE(Dimension.NONE, "wordline|word ?line|wl|row"),
    BITLINE(Dimension.NONE, "bitline|bit ?line|bl"),
    DEVICE(Dimension.NONE, "device( ?id)?|dev|cell|sample|dut"),
    UP(Dimension.CONDUCTANCE, "up|ltp|potentiation|g ?up|g ?ltp|conductance ?(up|ltp)"),
    DOWN(Dimension.CONDUCTANCE, "down|ltd|depression|g ?down|g ?ltd|conductance ?(down|ltd)"),
    HRS(Dimension.RESISTANCE, "hrs|r ?hrs|roff|r ?off|resistance ?hrs"),
    LRS(Dimension.RESISTANCE, "lrs|r ?lrs|ron|r ?on|resistance ?lrs"),
    CONDUCTANCE_HRS(Dimension.CONDUCTANCE, "hrs|g ?hrs|goff|g ?off|conductance ?hrs"),
    CONDUCTANCE_LRS(Dimension.CONDUCTANCE, "lrs|g ?lrs|gon|g ?on|conductance ?lrs"),
    PHASE(Dimension.NONE, "phase|polarity|direction"),
    STATE(Dimension.NONE, "state"),
    TARGET(Dimension.CONDUCTANCE, "g ?target|target|target ?conductance"),
    DELTA_TIME(Dimension.TIME, "dt|delta ?t|[δ∆] ?t|spike ?timing"),
    DELTA(Dimension.FRACTION, "dg ?rel|(d|delta ?|[δ∆] ?)(w|g|g/g)"),
    PULSES_SET(Dimension.NONE, "pulses ?set|set ?pulses"),
    PULSES_RESET(Dimension.NONE, "pulses ?reset|reset ?pulses"),
    OK(Dimension.NONE, "ok|success|pass"),
    LEVEL(Dimension.NONE, "level"),
    STEP(Dimension.NONE, "step|index|no|point"),
    PULSE(Dimension.NONE, "pulses?|pulse ?(no|num|number|index|count|#)|n ?pulses?|# ?pulses?|x"),
    /** Pulses of depression, where they are not in the same column as those of potentiation. */
    PULSE_DOWN(Dimension.NONE, "pulses? ?(down|ltd)"),
    CYCLE(Dimension.NONE, "cycles?|cycle ?(no|num|number|index)|repeat|loop"),
    CONDUCTANCE(Dimension.CONDUCTANCE, "g|g ?(read|avg|mean|cell)|conductance|cond"),
    READ_VOLTAGE(Dimension.VOLTAGE, "v ?read|read ?v(olt(age|s)?)?|vr"),
    PULSE_VOLTAGE(Dimension.VOLTAGE, "v ?pulse|amplitude|pulse ?(v(olt(age|s)?)?|amplitude)|v ?(write|prog)"),
    WIDTH(Dimension.TIME, "(pulse ?)?width|t ?pulse|pulse ?(duration|length)"),
    COMPLIANCE(Dimension.CURRENT, "compliance|i ?cc|icomp"),
    CURRENT(
            Dimension.CURRENT,
            "i|i ?(read|meas|d|cell|ch ?\\d|anode|top|\\d)|ai|anode ?i|current|reading|smu ?\\d ?(i|current)"),
    RESISTANCE(Dimension.RESISTANCE, "r|r ?(read|avg|mean|cell)|resistance|res|reading"),
    VOLTAGE(
            Dimension.VOLTAGE,
            "v|reading|v ?(meas|d|cell|ch ?\\d|anode|top|te|tg|\\d)|av|anode ?v|voltage|source|smu ?\\d ?(v|voltage)"),
    TIME(Dimension.TIME, "t|time|t ?(ch ?\\d|\\d)|time ?stamp|relative ?time|elapsed"),
    TEMPERATURE(Dimension.TEMPERATURE, "t|temp|temperature");

    /** What buffers of the 2450 call voltages and currents of the source; without a unit it may be anything. */
    private static final Pattern TOLD_BY_UNIT = Pattern.compile("(source )?value");

    private final Dimension dimension;
    private final Pattern names;

    Role(Dimension dimension, String names) {
        this.dimension = dimension;
        this.names = Pattern.compile(names);
    }

    Dimension dimension() {
        return dimension;
    }

    /** Whether its values are conductances in some form, and so what --unit speaks of. */
    boolean isMeasured() {
        return List.of(UP, DOWN, HRS, LRS, CONDUCTANCE_HRS, CONDUCTANCE_LRS, CONDUCTANCE, RESISTANCE, CURRENT, TARGET)
                .contains(this);
    }

    /** The role of a column with this name, its unit already taken off; without a unit, or with a strange one, by name. */
    static Optional<Role> of(String name, Optional<String> unit) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[_\\-. ]+", " ").strip();
        boolean isToldByUnit = TOLD_BY_UNIT.matcher(plain).matches();
        List<Role> fitting = isToldByUnit
                ? List.of(CURRENT, VOLTAGE)
                : Arrays.stream(values())
                        .filter(role -> role.names.matcher(plain).matches())
                        .toList();
        Optional<Role> byUnit = fitting.stream()
                .filter(role -> unit.isPresent() && role.takes(unit.get()))
                .findFirst();
        return isToldByUnit ? byUnit : byUnit.or(() -> fitting.stream().findFirst());
    }

    /** Whether a unit, such as {@code uS} or {@code 25 uS}, is one of its dimension. */
    boolean takes(String unit) {
        return Header.inSi(Header.one(unit), dimension).isPresent();
    }
}
