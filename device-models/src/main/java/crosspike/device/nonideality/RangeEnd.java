package crosspike.device.nonideality;

import crosspike.device.ConductanceRange;

/** Where a failing cell tends to. */
public enum RangeEnd {
    /** The lowest conductance: high resistance. */
    MIN,
    /** Halfway. */
    MIDDLE,
    /** The highest conductance: low resistance. */
    MAX;

    float siemens(ConductanceRange range) {
        return switch (this) {
            case MIN -> range.minSiemens();
            case MIDDLE -> (range.minSiemens() + range.maxSiemens()) / 2;
            case MAX -> range.maxSiemens();
        };
    }
}
