package crosspike.report.paper.rathi2018;

import crosspike.experiment.config.DiehlCookLearning;
import crosspike.input.Document;
import crosspike.input.RecordReader;
import crosspike.report.Lines;
import crosspike.report.Lines.Axis;
import crosspike.report.Lines.Mark;
import crosspike.report.Lines.Series;
import crosspike.report.Style;
import crosspike.report.paper.Drawing;
import crosspike.report.paper.Evidence;
import crosspike.report.paper.Found;
import crosspike.report.paper.PaperFigure;
import java.util.List;

/** Figure 3: what the rule of the simulator makes of a weight of 0.5; its defaults are the paper's parameters. */
record LearningWindow() implements PaperFigure {
    private static final float WEIGHT = 0.5f;
    private static final int POINTS = 1001;
    private static final double LONGEST_MS = 100;

    @Override
    public List<String> plans() {
        return List.of();
    }

    @Override
    public Drawing draw(Evidence evidence) {
        var rule = RecordReader.read(Document.parse("rule: power-law", "Figure 3"), DiehlCookLearning.class);
        double[] ms = new double[POINTS];
        double[] seconds = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            ms[i] = LONGEST_MS * i / (POINTS - 1);
            seconds[i] = ms[i] * 1e-3;
        }
        float[] changes = rule.changes(WEIGHT, seconds);
        double[] change = new double[POINTS];
        double zero = Double.NaN;
        for (int i = 0; i < POINTS; i++) {
            change[i] = changes[i] * 1e3;
            if (Double.isNaN(zero) && changes[i] < 0) zero = ms[i];
        }
        return new Drawing(
                List.of(Lines.figure(
                        evidence.file(),
                        evidence.title(),
                        760,
                        360,
                        new Axis("time from the input spike to the output spike (ms)", false),
                        new Axis("change of a weight of 0.5 (thousandths)", false),
                        List.of(new Series("", Mark.LINE, Style.category(0), ms, change)),
                        List.of())),
                List.of(
                        Found.exact("weight change is 0 at", "ms", zero),
                        Found.exact("largest change", "thousandths", change[0]),
                        Found.exact("change after 100 ms", "thousandths", change[POINTS - 1])));
    }
}
