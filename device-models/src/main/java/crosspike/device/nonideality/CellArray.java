package crosspike.device.nonideality;

import crosspike.device.ConductanceRange;
import crosspike.device.PulseResponse;
import crosspike.random.RandomStream;
import crosspike.random.Streams;

/**
 * The array that layers are laid over.
 *
 * @param rows word lines
 * @param columns bit lines; rows x columns is less than 2³¹
 * @param response how a nominal cell answers to pulses
 * @param seed what makes this array different from the next: per-cell draws depend on it and on their purpose only
 */
public record CellArray(int rows, int columns, PulseResponse response, long seed) {

    int cells() {
        return rows * columns;
    }

    ConductanceRange range() {
        return response.range();
    }

    /**
     * The same array for a further layer of a kind, which has draws of its own.
     *
     * @param earlier layers of this kind before it; with none it is this array
     */
    CellArray after(int earlier) {
        return earlier == 0
                ? this
                : new CellArray(
                        rows,
                        columns,
                        response,
                        Streams.of(seed, "further layers").stream(earlier).bits());
    }

    /** Random numbers of one purpose, the same whatever other layers there are. */
    RandomStream stream(String purpose) {
        return Streams.of(seed, purpose).stream(0);
    }

    /** One standard normal number for each cell. */
    float[] gaussians(String purpose) {
        RandomStream random = stream(purpose);
        float[] draws = new float[cells()];
        for (int i = 0; i < draws.length; i++) {
            draws[i] = (float) random.gaussian();
        }
        return draws;
    }
}
