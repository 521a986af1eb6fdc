package crosspike.input;

import java.nio.file.Path;

/** Where Crosspike is installed: the folder that holds {@code calibration-data} and {@code docs}. */
public final class Installation {
    /** System property that names the folder; set by the launcher. */
    public static final String PROPERTY = "crosspike.home";

    private Installation() {}

    /**
     * A folder or file of the installation.
     *
     * @param first name inside the installation folder
     * @param more names inside that
     * @throws UserError if the system property is not set
     */
    public static Path path(String first, String... more) {
        String home = System.getProperty(PROPERTY);
        if (home == null) {
            throw new UserError("the system property " + PROPERTY + " is not set; start Crosspike with its launcher, or"
                    + " name its folder with -D" + PROPERTY + "=FOLDER");
        }
        return Path.of(home).resolve(Path.of(first, more));
    }
}
