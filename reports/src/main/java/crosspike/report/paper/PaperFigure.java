package crosspike.report.paper;

import java.util.List;

/** One figure or table of a paper: which sweeps it needs, and how it is drawn from them. */
public interface PaperFigure {

    /** Names of the plans it needs: files in {@code plans} of the paper, without {@code .yaml}. */
    List<String> plans();

    /** Draws it. What is found has to be in the units in which the paper states it. */
    Drawing draw(Evidence evidence);
}
