package crosspike.instrument;

import crosspike.input.UserError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * How commands become lines and answers become numbers, as a profile says: the number of a line before its commands, the
 * checksum behind them, the error queue asked after each. An answer counts only if all its parts are right.
 */
final class Framing {
    private static final String NO_ERROR = "0";

    private final Profile profile;
    private final Commands commands;

    Framing(Profile profile) {
        this.profile = profile;
        this.commands = profile.commands();
    }

    /**
     * The line of a request, which asks for the error queue and, where currents are read, for the compliance.
     *
     * @throws UserError if it is longer than the profile allows
     */
    String line(Request request, long number) {
        String line = unchecked(request, number);
        if (line.length() > profile.lineLength()) {
            throw new UserError("a line of " + line.length() + " characters is longer than line_length of profile "
                    + profile.name() + ", " + profile.lineLength()
                    + ", and was not sent; expected shorter commands, fewer cells on the instrument, or a line_length that"
                    + " it bears");
        }
        return line;
    }

    private String unchecked(Request request, long number) {
        List<String> line = new ArrayList<>(request.commands());
        if (asksForCompliance(request)) {
            line.add(commands.compliance());
        }
        line.add(commands.error());
        return framed(number, line);
    }

    /** Characters that {@link #line} adds to commands, at most. */
    int longestFrame() {
        return unchecked(new Request(List.of(), List.of(1), List.of(0.0), false), Long.MAX_VALUE)
                .length();
    }

    private boolean asksForCompliance(Request request) {
        return commands.compliance() != null && !request.counts().isEmpty();
    }

    /** A command that holds the number of a line. */
    static String numbered(String command, long number) {
        return command.replace("{sequence}", Long.toString(number));
    }

    /** Commands in one line, its number before and its checksum after them, as far as the instrument knows them. */
    String framed(long number, List<String> each) {
        StringBuilder line = new StringBuilder();
        if (commands.sequence() != null) {
            Statements.append(line, numbered(commands.sequence(), number));
        }
        each.forEach(command -> Statements.append(line, command));
        if (commands.checksum() != null) {
            Statements.append(line, commands.checksum());
        }
        return line.toString();
    }

    /**
     * An answer without its number and its checksum.
     *
     * @throws LinkFailure if one of them is wrong
     */
    String unframed(String answer, long number) throws LinkFailure {
        String content = withoutChecksum(answer);
        if (commands.sequence() == null) {
            return content;
        }
        String expected = Long.toString(number);
        if (content.equals(expected)) {
            return "";
        }
        if (!content.startsWith(expected + ";")) {
            throw new LinkFailure("an answer belongs to another line: " + shown(answer));
        }
        return content.substring(expected.length() + 1);
    }

    private String withoutChecksum(String answer) throws LinkFailure {
        if (commands.checksum() == null) {
            return answer;
        }
        int end = answer.lastIndexOf(';');
        String content = end < 0 ? "" : answer.substring(0, end);
        CRC32 crc = new CRC32();
        crc.update(content.getBytes(StandardCharsets.ISO_8859_1));
        if (end < 0 || !answer.substring(end + 1).equals(Long.toString(crc.getValue()))) {
            throw new LinkFailure("the checksum of an answer is wrong: " + shown(answer));
        }
        return content;
    }

    /**
     * The numbers of an answer.
     *
     * @throws LinkFailure if the instrument reports an error, a part of the answer is wrong, or a current was limited
     */
    List<double[]> numbers(String answer, Request request, long number) throws LinkFailure {
        List<String> parts = Statements.split(unframed(answer, number));
        boolean limits = asksForCompliance(request);
        int expected = request.counts().size() + (limits ? 2 : 1);
        if (parts.size() != expected) {
            throw new LinkFailure(
                    "an answer has " + parts.size() + " parts instead of " + expected + ": " + shown(answer));
        }
        requireNoError(parts.get(expected - 1));
        if (limits && truth(parts.get(expected - 2))) {
            throw new LinkFailure("a current was limited: the array conducts more than limits.current of the profile, "
                    + profile.limits().currentAmps() + " A");
        }
        List<double[]> numbers = new ArrayList<>(request.counts().size());
        for (int i = 0; i < request.counts().size(); i++) {
            numbers.add(numbers(
                    parts.get(i), request.counts().get(i), request.bounds().get(i)));
        }
        return numbers;
    }

    private static double[] numbers(String part, int count, double bound) throws LinkFailure {
        double[] numbers = new double[count];
        int from = 0;
        for (int i = 0; i < count; i++) {
            int comma = part.indexOf(',', from);
            boolean last = i == count - 1;
            if (last ? comma >= 0 : comma < 0) {
                throw new LinkFailure("an answer has " + part.split(",", -1).length + " numbers instead of " + count);
            }
            String text = part.substring(from, last ? part.length() : comma).strip();
            double number = ScpiNumber.parse(text);
            if (!Double.isFinite(number)) {
                throw new LinkFailure("an answer has \"" + shown(text) + "\" instead of a number");
            }
            if (!(Math.abs(number) <= bound)) {
                throw new LinkFailure("an answer has " + shown(text) + ", beyond what can be: " + bound);
            }
            numbers[i] = number;
            from = comma + 1;
        }
        return numbers;
    }

    /** @throws LinkFailure unless an entry of the error queue says that there is none */
    static void requireNoError(String entry) throws LinkFailure {
        String code = entry.strip();
        if (code.startsWith("+")) code = code.substring(1);
        int comma = code.indexOf(',');
        if (!(comma < 0 ? code : code.substring(0, comma)).equals(NO_ERROR)) {
            throw new LinkFailure("the instrument says " + shown(entry));
        }
    }

    /** Yes or no, as instruments say it. */
    static boolean truth(String text) throws LinkFailure {
        return switch (text.strip().toUpperCase(Locale.ROOT)) {
            case "0", "OFF" -> false;
            case "1", "ON" -> true;
            default -> throw new LinkFailure("the instrument says \"" + shown(text) + "\" instead of 0 or 1");
        };
    }

    /** An answer as it can be printed. */
    static String shown(String text) {
        String printable = text.replaceAll("[^ -~]", "?");
        return printable.length() <= 80 ? printable : printable.substring(0, 80) + "...";
    }
}
