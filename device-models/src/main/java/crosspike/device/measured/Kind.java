package crosspike.device.measured;

import java.util.List;
import java.util.Locale;

/** Kinds of measurements, each with the columns of its tidy form. Numbers are in the unit that the column's name ends in. */
public enum Kind {
    /** Conductance after each pulse of a train. */
    PULSE_TRAIN("device_id", "cycle", "phase", "pulse", "v_pulse_V", "width_s", "v_read_V", "g_S"),
    /** Current against voltage. */
    IV("device_id", "cycle", "step", "v_V", "i_A", "t_s", "compliance_A"),
    /** Conductance against time. */
    RETENTION("device_id", "level", "t_s", "g_S", "temp_K"),
    /** Resistance of both states against switching cycles. */
    ENDURANCE("device_id", "cycle", "state", "r_ohm"),
    /** Conductance reached by write-verify. */
    LEVEL_PROGRAM("device_id", "level", "g_target_S", "g_S", "pulses_set", "pulses_reset", "ok"),
    /** Change against the time between spikes. */
    STDP("device_id", "dt_s", "dg_rel");

    private final List<String> columns;

    Kind(String... columns) {
        this.columns = List.of(columns);
    }

    /** Names of the columns, in order. */
    public List<String> columns() {
        return columns;
    }

    /** As users write it: {@code pulse_train}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
