package crosspike.report;

import crosspike.experiment.run.AtomicFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a report goes.
 *
 * @param path the folder, made when something is written
 */
public record OutputFolder(Path path) {

    /** A text file in UTF-8. */
    public void write(String name, String text) {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws crosspike.input.UserError if the folder cannot be written */
    public void write(String name, byte[] content) {
        AtomicFile.write(path.resolve(name), content);
    }

    /** Figures as PNG and SVG; returns the files. */
    List<Path> write(List<Figure> figures) {
        List<Path> files = new ArrayList<>();
        for (Figure figure : figures) {
            write(figure.name() + ".png", figure.png());
            write(figure.name() + ".svg", figure.svg());
            files.add(path.resolve(figure.name() + ".png"));
            files.add(path.resolve(figure.name() + ".svg"));
        }
        return files;
    }
}
