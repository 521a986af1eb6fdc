package crosspike.input;

/**
 * Where something the user typed stands.
 *
 * @param source name of the file, or the override such as {@code --set device.levels}
 * @param line line in the file, counted from 1; 0 where there are no lines
 */
public record Place(String source, int line) {
    @Override
    public String toString() {
        return line > 0 ? source + ", line " + line : source;
    }
}
