package crosspike.report.paper.library;

import crosspike.input.Installation;
import crosspike.input.Suggest;
import crosspike.input.UserError;
import crosspike.report.paper.Paper;
import crosspike.report.paper.PaperFigure;
import crosspike.report.paper.guo2020.Guo2020;
import crosspike.report.paper.pruning.PruningComparison;
import crosspike.report.paper.rathi2018.Rathi2018;
import crosspike.report.paper.shi2019.Shi2019;
import java.util.List;
import java.util.Map;

/** All papers that can be reproduced. A new one is a line here, its figures, and its folder of data. */
public final class Papers {
    private static final Map<String, Map<String, PaperFigure>> FIGURES = Map.of(
            "guo2020", Guo2020.FIGURES,
            "pruning-comparison", PruningComparison.FIGURES,
            "rathi2018", Rathi2018.FIGURES,
            "shi2019", Shi2019.FIGURES);

    private Papers() {}

    /** Their names, sorted. */
    public static List<String> names() {
        return FIGURES.keySet().stream().sorted().toList();
    }

    /**
     * A paper by its name.
     *
     * @throws UserError if there is none, with the nearest that there is
     */
    public static Paper of(String name) {
        Map<String, PaperFigure> figures = FIGURES.get(name);
        if (figures != null) return Paper.read(name, Installation.path("calibration-data", "papers", name), figures);
        throw new UserError("there is no paper " + name + "; "
                + Suggest.nearest(name, names())
                        .map(near -> "did you mean " + near + "?")
                        .orElse("expected one of " + String.join(", ", names())));
    }
}
