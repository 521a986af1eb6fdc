package crosspike.experiment.data;

import crosspike.input.UserError;
import crosspike.snn.dataset.Dataset;
import crosspike.snn.dataset.IdxFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A data set of the user's own, in the four IDX files of the MNIST family. Nobody else knows what should be in them. */
record OwnSource(String name) implements DataSource {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** Whether a folder of that name may hold one; whatever else users type never reaches a path. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Whether there is one in a folder, right or wrong. */
    static boolean isIn(Path folder) {
        String first = IdxFolder.FILES.get(0);
        return Files.exists(folder.resolve(first)) || Files.exists(folder.resolve(first + ".gz"));
    }

    @Override
    public Dataset read(Path folder) {
        return IdxFolder.read(name, folder);
    }

    @Override
    public Supply supply() {
        return Catalogue.BY_HAND;
    }

    @Override
    public Contents check(Path folder) {
        return Contents.of(read(folder), false);
    }

    @Override
    public void copy(Path from, Path to) throws IOException {
        throw new UserError("data set " + name + " is one of your own; add it with: crosspike data add " + name);
    }
}
