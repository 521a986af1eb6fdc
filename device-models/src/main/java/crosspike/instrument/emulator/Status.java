package crosspike.instrument.emulator;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The error queue of SCPI and the registers that IEEE 488.2 makes of it. There is no service request on a socket: a client that
 * wants to know asks.
 */
final class Status {
    private static final int MOST_ERRORS = 32;
    private static final String NO_ERROR = "0,\"No error\"";
    private static final int QUEUE_HAS_ENTRIES = 1 << 2;
    private static final int EVENT = 1 << 5;
    private static final int SERVICE = 1 << 6;

    private final Deque<String> errors = new ArrayDeque<>();
    private int events;
    private int eventMask;
    private int serviceMask;

    void add(ScpiError error) {
        events |= error.event();
        if (errors.size() < MOST_ERRORS) {
            errors.add(error.entry());
        } else if (errors.size() == MOST_ERRORS) {
            errors.add("-350,\"Queue overflow\"");
        }
    }

    /** Takes the oldest error away. */
    String nextError() {
        return errors.isEmpty() ? NO_ERROR : errors.remove();
    }

    int errors() {
        return errors.size();
    }

    /** All that was asked for is done, which is always so. */
    void operationComplete() {
        events |= 1;
    }

    /** {@code *CLS}: the masks stay. */
    void clear() {
        errors.clear();
        events = 0;
    }

    /** {@code *ESR?}, which clears it. */
    int takeEvents() {
        int taken = events;
        events = 0;
        return taken;
    }

    /** {@code *STB?} */
    int summary() {
        int summary = (errors.isEmpty() ? 0 : QUEUE_HAS_ENTRIES) | ((events & eventMask) == 0 ? 0 : EVENT);
        return (summary & serviceMask & ~SERVICE) == 0 ? summary : summary | SERVICE;
    }

    int eventMask() {
        return eventMask;
    }

    void eventMask(int mask) {
        eventMask = mask;
    }

    int serviceMask() {
        return serviceMask;
    }

    void serviceMask(int mask) {
        serviceMask = mask;
    }
}
