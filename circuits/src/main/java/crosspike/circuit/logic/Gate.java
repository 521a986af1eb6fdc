package crosspike.circuit.logic;

import crosspike.circuit.technology.Technology;

/**
 * A static CMOS gate laid out in a given height. Sections 2.2, 2.4 and 2.5 of {@code docs/circuit-model.md}. A transmission
 * gate is laid out, and loads its node, like an {@link #inverter}; so does a single transistor, with a PMOS of width 0.
 *
 * @param widthMetres drawn width in m
 * @param inputFarads capacitance of one input in F
 * @param outputFarads drain capacitance of the output in F
 * @param leakageWatts average leakage power in W
 */
public record Gate(double widthMetres, double inputFarads, double outputFarads, double leakageWatts) {

    /** An inverter of the given transistor widths in m, laid out in {@code height} m. */
    public static Gate inverter(Technology t, double nmos, double pmos, double height) {
        double free = freeHeight(t, nmos, pmos, height);
        double pShare = pmos / (pmos + nmos);
        Strip p = Strip.of(t, pmos, pShare * free);
        Strip n = Strip.of(t, nmos, (1 - pShare) * free);
        // NeuroSim counts the outer diffusions of both transistors by the number of PMOS fingers.
        int outer = 1 + p.evenFolds();
        double farads = 0;
        if (pmos > 0) farads += p.farads(t, p.drainMetres(t), 2 * p.drainMetres(t) + outer * p.heightMetres());
        if (nmos > 0) farads += n.farads(t, n.drainMetres(t), 2 * n.drainMetres(t) + outer * n.heightMetres());
        return new Gate(
                Math.max(p.widthMetres(t), n.widthMetres(t)),
                t.gateFarads(nmos) + t.gateFarads(pmos),
                farads,
                (nmos * t.offN() + pmos * t.offP()) / 2 * t.supplyVolts());
    }

    /** A NAND of {@code inputs} inputs; transistor widths and height in m. */
    public static Gate nand(Technology t, int inputs, double nmos, double pmos, double height) {
        double free = freeHeight(t, nmos, pmos, height);
        double pShare = pmos / (pmos + nmos);
        Strip p = Strip.of(t, pmos, pShare * free);
        Strip n = Strip.of(t, nmos, (1 - pShare) * free);
        return new Gate(
                width(t, inputs, n, p),
                t.gateFarads(nmos) + t.gateFarads(pmos),
                seriesFarads(t, inputs, n, p) + parallelFarads(t, inputs, p, n),
                pmos * t.offP() * inputs * (inputs == 2 ? 0.48 : 0.31) * t.supplyVolts());
    }

    /** A NOR of {@code inputs} inputs; transistor widths and height in m. */
    public static Gate nor(Technology t, int inputs, double nmos, double pmos, double height) {
        double free = freeHeight(t, nmos, pmos, height);
        double pShare = pmos / (pmos + nmos);
        Strip p = Strip.of(t, pmos, pShare * free);
        Strip n = Strip.of(t, nmos, (1 - pShare) * free);
        return new Gate(
                width(t, inputs, n, p),
                t.gateFarads(nmos) + t.gateFarads(pmos),
                seriesFarads(t, inputs, p, n) + parallelFarads(t, inputs, n, p),
                nmos * t.offN() * inputs * (inputs == 2 ? 0.95 : 0.62) * t.supplyVolts());
    }

    private static double freeHeight(Technology t, double nmos, double pmos, double height) {
        return height - t.features(nmos > 0 && pmos > 0 ? Layout.DIFFUSION_GAP + Layout.EDGE : Layout.EDGE);
    }

    /** Neighbours share a diffusion where nothing is folded. */
    private static double width(Technology t, int inputs, Strip n, Strip p) {
        double shared = n.folds() == 1 && p.folds() == 1 ? (inputs - 1) * t.features(Layout.GATE_PITCH) : 0;
        return inputs * Math.max(n.widthMetres(t), p.widthMetres(t)) - shared;
    }

    /** Drain capacitance of {@code inputs} transistors one behind another. */
    private static double seriesFarads(Technology t, int inputs, Strip chain, Strip other) {
        double drain = chain.drainMetres(t);
        double height = chain.heightMetres();
        if (!chain.folded() && !other.folded()) {
            return chain.farads(t, inputs * drain, 2 * inputs * drain + height);
        }
        double diffusion = inputs * drain + (inputs - 1) * chain.sourceMetres(t);
        int even = chain.evenFolds();
        double ends = (1 + even) * inputs + (1 - even) * (inputs - 1);
        return chain.farads(t, diffusion, 2 * diffusion + height * ends);
    }

    /** Drain capacitance of {@code inputs} transistors side by side. */
    private static double parallelFarads(Technology t, int inputs, Strip bank, Strip other) {
        double drain = bank.drainMetres(t);
        double height = bank.heightMetres();
        if (!bank.folded() && !other.folded()) {
            double diffusion = drain * ((inputs + 1) / 2);
            return bank.farads(t, diffusion, 2 * diffusion + height * (1 - (inputs + 1) % 2));
        }
        double diffusion = inputs * drain;
        return bank.farads(t, diffusion, 2 * diffusion + height * (1 + bank.evenFolds()) * inputs);
    }
}
