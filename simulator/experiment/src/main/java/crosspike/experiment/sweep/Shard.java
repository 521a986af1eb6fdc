package crosspike.experiment.sweep;

import crosspike.input.UserError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a plan for one of several processes. Trainings are dealt out in turn, each with all of its points.
 *
 * @param number from 1
 * @param count how many parts there are
 */
public record Shard(int number, int count) {
    /** The whole plan. */
    public static final Shard ALL = new Shard(1, 1);

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,6})/([0-9]{1,6})");

    /**
     * @param text such as {@code 3/16}
     * @throws UserError if it is no part of something
     */
    public static Shard parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (matcher.matches()) {
            Shard shard = new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
            if (shard.number >= 1 && shard.number <= shard.count) return shard;
        }
        throw new UserError("--shard is \"" + text + "\"; expected I/N with I from 1 to N, such as 3/16");
    }

    public boolean isAll() {
        return count == 1;
    }

    boolean has(int group) {
        return group % count == number - 1;
    }

    /** As in the names of its files. */
    String fileName() {
        return isAll() ? "all" : "shard-" + number + "-of-" + count;
    }
}
