package crosspike.instrument.emulator;

/** An entry of the error queue; numbers and words are those of SCPI-99. */
final class ScpiError extends Exception {
    private static final long serialVersionUID = 1L;

    private final int code;

    ScpiError(int code, String message) {
        super(message);
        this.code = code;
    }

    static ScpiError header(String header) {
        return new ScpiError(-113, "Undefined header; " + header);
    }

    static ScpiError missing() {
        return new ScpiError(-109, "Missing parameter");
    }

    static ScpiError type(String text) {
        return new ScpiError(-104, "Data type error; " + text);
    }

    static ScpiError range(String text) {
        return new ScpiError(-222, "Data out of range; " + text);
    }

    static ScpiError conflict(String text) {
        return new ScpiError(-221, "Settings conflict; " + text);
    }

    /** Its bit in the event status register of IEEE 488.2. */
    int event() {
        return code <= -100 && code > -500 ? 1 << (6 + code / 100) : 0;
    }

    /** The entry as it is answered. */
    String entry() {
        return code + ",\"" + getMessage().replace('"', '\'') + "\"";
    }
}
