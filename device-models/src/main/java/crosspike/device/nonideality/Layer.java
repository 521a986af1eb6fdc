package crosspike.device.nonideality;

import crosspike.random.RandomStream;

/**
 * A non-ideality laid over the cells of one array. A layer implements those of the interfaces below that it needs; each
 * works on a line of cells at a time. Conductances are in S.
 */
public interface Layer {

    /** Acts whenever cells have received pulses. */
    interface Write extends Layer {
        /**
         * @param before conductances before the train. Not modified.
         * @param after what the train and the layers before this one made of them; changed in place
         * @param pulses signed pulses of each cell; cells without pulses must not be changed. Not modified.
         * @param random where the draws of this write come from
         */
        void written(Cells cells, float[] before, float[] after, float[] pulses, RandomStream random);
    }

    /** Acts when cells have been put at a wanted conductance and verified: what programming leaves. */
    interface Placement extends Layer {
        /**
         * @param targets wanted conductances; NaN for cells that were left alone. Not modified.
         * @param after what they were put at; changed in place
         */
        void placed(Cells cells, float[] targets, float[] after, RandomStream random);
    }

    /** Turns the conductance that pulses left into the one that a read sees. Depends on the cell only, not on chance. */
    interface Read extends Layer {
        /** Changes conductances in place. */
        void read(Cells cells, float[] siemens);
    }

    /** Makes each read differ from the next. */
    interface Noise extends Layer {
        /**
         * Adds the variance in S² of the conductances that reads see.
         *
         * @param siemens mean conductances. Not modified.
         */
        void addVariance(Cells cells, float[] siemens, float[] variance);
    }

    /** Acts while nothing is done to the cells. */
    interface Ageing extends Layer {
        /**
         * Changes conductances in place.
         *
         * @param fromSeconds time since programming at which these conductances held, at least 0
         * @param toSeconds time since programming that is wanted, at least {@code fromSeconds}
         * @param kelvin temperature all along
         */
        void age(
                Cells cells, float[] siemens, double fromSeconds, double toSeconds, double kelvin, RandomStream random);
    }

    /** Makes the conductance depend on the voltage. */
    interface Conduction extends Layer {
        /** Conductance at a voltage as a fraction of that at the read voltage; |volts| at most the read voltage. */
        double atReadFraction(double fractionOfReadVolts);

        /** Conductance at half of a write voltage as a fraction of that at the whole. */
        double atHalfWrite();

        /** κ of {@code I(V) = G·Vr·sinh(κ·V/Vr)/sinh κ} with Vr the read voltage; 0 for a resistor. */
        double curvature();
    }
}
