package crosspike.cli;

import crosspike.device.library.DeviceSheet;
import crosspike.experiment.run.AtomicFile;
import crosspike.input.Document;
import crosspike.input.RecordReader;
import crosspike.input.UserError;
import java.nio.file.Path;

/** Device files made of what was measured: only such as {@code device.file} takes are written. */
final class DeviceFile {
    private DeviceFile() {}

    /** @throws UserError if a file of this name would not be taken for a device */
    static void checkName(Path out) {
        if (!out.toString().matches(".*\\.ya?ml")) {
            throw new UserError("--out is " + out + "; expected a file that ends in .yaml, as device.file wants it");
        }
    }

    /** @throws UserError naming key and line, if the device would not run; nothing is written then */
    static void write(Path out, String yaml) {
        check(yaml, out);
        AtomicFile.write(out, yaml);
    }

    /**
     * @param name what the text is called in messages
     * @throws UserError naming key and line, if the device would not run
     */
    static void check(String yaml, Path name) {
        try {
            RecordReader.read(Document.parse(yaml, name.toString()), DeviceSheet.class);
        } catch (UserError e) {
            throw new UserError("this device would not run and is not written: " + e.getMessage(), e);
        }
    }
}
