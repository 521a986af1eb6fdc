package crosspike.instrument;

import crosspike.input.UserError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an instrument listens.
 *
 * @param host name or IPv4 address
 * @param port TCP port, 1 to 65,535
 */
public record Address(String host, int port) {
    /** Port on which instruments take SCPI over a raw socket, by convention. */
    public static final int SCPI_PORT = 5025;

    private static final Pattern PLAIN = Pattern.compile("([A-Za-z0-9._-]{1,253})(?::([0-9]{1,5}))?");
    private static final Pattern VISA =
            Pattern.compile("TCPIP[0-9]{0,2}::([A-Z0-9._-]{1,253})::([0-9]{1,5})::SOCKET", Pattern.CASE_INSENSITIVE);

    public Address {
        if (port < 1 || port > 65_535) {
            throw new UserError("port of the instrument is " + port + "; expected 1 to 65535");
        }
    }

    /**
     * An address as users type it: {@code host}, {@code host:5025} or {@code TCPIP0::host::5025::SOCKET}.
     *
     * @throws UserError if it is anything else, such as a VISA resource that is no raw socket
     */
    public static Address parse(String text) {
        Matcher visa = VISA.matcher(text.strip());
        if (visa.matches()) {
            return new Address(visa.group(1), Integer.parseInt(visa.group(2)));
        }
        Matcher plain = PLAIN.matcher(text.strip());
        if (!plain.matches()) {
            boolean otherVisa = text.strip().matches("[A-Za-z]+[0-9]*::.*");
            throw new UserError("instrument address \"" + Framing.shown(text) + "\" "
                    + (otherVisa ? "is a VISA resource other than a raw socket" : "is not a host with a port")
                    + "; expected host, host:5025 or TCPIP0::host::5025::SOCKET");
        }
        return new Address(plain.group(1), plain.group(2) == null ? SCPI_PORT : Integer.parseInt(plain.group(2)));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
