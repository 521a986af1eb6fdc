package crosspike.input;

/** A value is wrong that its user may know by another key than those who found out. */
public final class KeyError extends UserError {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final String problem;

    /**
     * @param key what the value is called where it was checked
     * @param problem goes on behind it: {@code is 0; expected 1 or more}
     */
    public KeyError(String key, String problem) {
        super(key + " " + problem);
        this.key = key;
        this.problem = problem;
    }

    public String key() {
        return key;
    }

    /** The same in the words of somebody to whom the value has another name. */
    public UserError under(String otherKey) {
        return new UserError(otherKey + " " + problem, this);
    }
}
