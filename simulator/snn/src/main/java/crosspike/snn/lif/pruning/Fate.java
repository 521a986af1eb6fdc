package crosspike.snn.lif.pruning;

import crosspike.crossbar.Session;
import crosspike.snn.lif.Synapses;

/** What becomes of pruned synapses. */
public enum Fate {
    /** They are 0 for ever; nothing reads, writes or counts them. */
    REMOVED {
        @Override
        void befall(boolean[][] pruned, Synapses synapses, Session session) {
            synapses.remove(pruned, session);
        }
    },
    /** They conduct as they are and learn no more: soft pruning as Guo 2020 takes it from Shi 2019. */
    FROZEN {
        @Override
        void befall(boolean[][] pruned, Synapses synapses, Session session) {
            synapses.freeze(pruned, session);
        }
    };

    /** @param pruned {@code [inputs][neurons]}. Not modified. */
    abstract void befall(boolean[][] pruned, Synapses synapses, Session session);
}
