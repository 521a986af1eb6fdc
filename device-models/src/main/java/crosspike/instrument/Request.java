package crosspike.instrument;

import java.util.ArrayList;
import java.util.List;

/**
 * One line to be sent: commands, and how many numbers each of its questions is answered with.
 *
 * @param commands in order
 * @param counts numbers of each answer, in the order of the questions
 * @param bounds largest magnitude of the numbers of each answer
 * @param changesCells whether it must not be done twice
 */
record Request(List<String> commands, List<Integer> counts, List<Double> bounds, boolean changesCells) {
    /** A semicolon, and the colon that {@link Statements#append} may put behind it. */
    private static final int SEPARATOR = 2;

    static Request of(String command, int count, double bound) {
        return new Request(List.of(command), List.of(count), List.of(bound), false);
    }

    static Request change(String command) {
        return new Request(List.of(command), List.of(), List.of(), true);
    }

    /** Packs commands that are alike, one answer each, into as few lines as the profile allows. */
    static List<Request> pack(List<String> commands, Profile profile, double bound) {
        return pack(commands, profile, bound, false);
    }

    /**
     * Packs changes of cells. An instrument that can tell whether it did a line gets one change in each: a line of which a part
     * was done before an error would be done again as a whole.
     */
    static List<Request> packChanges(List<String> commands, Profile profile) {
        return profile.commands().wasDone() == null
                ? pack(commands, profile, 0, true)
                : commands.stream().map(Request::change).toList();
    }

    private static List<Request> pack(List<String> commands, Profile profile, double bound, boolean changes) {
        int room = profile.lineLength() - new Framing(profile).longestFrame();
        List<Request> requests = new ArrayList<>();
        List<String> line = new ArrayList<>();
        int length = 0;
        for (String command : commands) {
            boolean full = line.size() >= profile.commandsPerLine() || length + command.length() + SEPARATOR > room;
            if (full && !line.isEmpty()) {
                requests.add(single(line, bound, changes));
                line = new ArrayList<>();
                length = 0;
            }
            line.add(command);
            length += command.length() + SEPARATOR;
        }
        if (!line.isEmpty()) {
            requests.add(single(line, bound, changes));
        }
        return requests;
    }

    private static Request single(List<String> line, double bound, boolean changes) {
        List<Integer> counts =
                changes ? List.of() : line.stream().map(command -> 1).toList();
        List<Double> bounds =
                changes ? List.of() : line.stream().map(command -> bound).toList();
        return new Request(List.copyOf(line), counts, bounds, changes);
    }
}
