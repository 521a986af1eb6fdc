package crosspike.circuit.logic;

import crosspike.circuit.technology.Fin;
import crosspike.circuit.technology.Technology;

/**
 * One transistor as it is drawn: a wide one is folded into parallel fingers. Section 2.1 of {@code docs/circuit-model.md}.
 *
 * <p>Planar: {@code ⌈W/h⌉} fingers of height h when W exceeds the free height h. FinFET: {@code ⌊fins/m⌋} fingers when the
 * fins exceed the {@code m = ⌊h/pitch⌋ + 1} that fit.
 *
 * @param folds number of fingers, at least 1
 * @param folded whether it did not fit in one finger
 * @param heightMetres height of a finger in m; 0 for a transistor of width 0
 */
record Strip(int folds, boolean folded, double heightMetres) {

    private static final Strip ABSENT = new Strip(1, false, 0);

    /**
     * Draws a transistor.
     *
     * @param widthMetres channel width in m; 0 for none
     * @param freeMetres height left for its diffusion in m
     * @throws IllegalArgumentException if no height is left
     */
    static Strip of(Technology technology, double widthMetres, double freeMetres) {
        if (widthMetres == 0) return ABSENT;
        if (!(freeMetres > 0)) {
            throw new IllegalArgumentException("no height left for a transistor: " + freeMetres + " m");
        }
        Fin fin = technology.fin();
        if (fin == null) {
            return widthMetres <= freeMetres * (1 + 1e-9)
                    ? new Strip(1, false, widthMetres)
                    : new Strip(Layout.ceil(widthMetres / freeMetres), true, freeMetres);
        }
        int fins = Layout.ceil(widthMetres / fin.channelMetres());
        int fit = Layout.floor(freeMetres / fin.pitchMetres()) + 1;
        return fins <= fit
                ? new Strip(1, false, (fins - 1) * fin.pitchMetres() + fin.widthMetres())
                : new Strip(fins / fit, true, (fit - 1) * fin.pitchMetres() + fin.widthMetres());
    }

    /** Width of the drawn transistor in m: two gate pitches, or one more than there are fingers. */
    double widthMetres(Technology technology) {
        if (heightMetres == 0) return 0;
        return technology.features(Layout.GATE_PITCH) * (folded ? folds + 1 : 2);
    }

    /** Width of all drains together in m. */
    double drainMetres(Technology technology) {
        return technology.features(Layout.GATE_GAP) * (folded ? (folds + 2) / 2 : 1);
    }

    /** Width of all sources together in m. */
    double sourceMetres(Technology technology) {
        return technology.features(Layout.GATE_GAP) * (folded ? (folds + 1) / 2 : 1);
    }

    /** 1 for an even number of fingers, whose outer diffusions are both drains; 0 for an odd number. */
    int evenFolds() {
        return (folds + 1) % 2;
    }

    /** Capacitance in F of drains of the given total width and perimeter, and of the channels of all fingers. */
    double farads(Technology technology, double drainMetres, double perimeterMetres) {
        return drainMetres * heightMetres * technology.junctionFaradsPerSquareMetre()
                + perimeterMetres * technology.sidewallFaradsPerMetre()
                + folds * heightMetres * technology.drainChannelFaradsPerMetre();
    }
}
