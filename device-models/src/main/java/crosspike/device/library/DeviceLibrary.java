package crosspike.device.library;

import crosspike.input.Document;
import crosspike.input.Installation;
import crosspike.input.RecordReader;
import crosspike.input.Suggest;
import crosspike.input.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The devices of a folder, one YAML file each. A new file is a new device; no Java is needed.
 *
 * @param folder folder of the files
 */
public record DeviceLibrary(Path folder) {
    private static final String ENDING = ".yaml";

    /** The devices that come with Crosspike. */
    public static DeviceLibrary installed() {
        return new DeviceLibrary(Installation.path("calibration-data", "devices"));
    }

    /** Names of all devices, sorted. */
    public List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ENDING))
                    .map(file -> file.substring(0, file.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UserError("cannot list the devices in " + folder + "; expected a folder of YAML files", e);
        }
    }

    /**
     * The data sheet of a device.
     *
     * @throws UserError if there is no such device, or its file is wrong
     */
    public DeviceSheet device(String name) {
        List<String> names = names();
        if (!names.contains(name)) {
            throw new UserError("device \"" + name + "\" is unknown"
                    + Suggest.nearest(name, names)
                            .map(near -> "; did you mean " + near + "? ")
                            .orElse("; ")
                    + shown() + " has: " + String.join(", ", names));
        }
        DeviceSheet sheet = read(folder.resolve(name + ENDING));
        if (!sheet.name().equals(name)) {
            throw new UserError(folder.resolve(name + ENDING) + " says its name is " + sheet.name() + "; expected "
                    + name + ", the name of the file");
        }
        return sheet;
    }

    /** The folder as users know it: that of the installation without the path of the installation. */
    private String shown() {
        return equals(installed()) ? "calibration-data/devices" : folder.toString();
    }

    /**
     * The data sheet of a device of this library, or that in a file of the user's.
     *
     * @param nameOrFile a file if it ends in {@code .yaml}, {@code .yml} or {@code .json}
     * @throws UserError if there is no such device or file, or the file is wrong
     */
    public DeviceSheet deviceOrFile(String nameOrFile) {
        return nameOrFile.matches(".*\\.(ya?ml|json)") ? read(Path.of(nameOrFile)) : device(nameOrFile);
    }

    /**
     * The data sheet in a file of the user's.
     *
     * @throws UserError if the file is missing or wrong
     */
    public static DeviceSheet read(Path file) {
        return RecordReader.read(Document.read(file), DeviceSheet.class);
    }
}
