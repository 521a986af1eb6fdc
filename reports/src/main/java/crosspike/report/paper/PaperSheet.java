package crosspike.report.paper;

import crosspike.input.Key;
import crosspike.input.Node;
import java.util.Map;

/**
 * {@code paper.yaml} in the folder of a paper: everything of it that is text.
 *
 * @param format version of the file format
 * @param title of the paper
 * @param authors of the paper
 * @param published where and when
 * @param doi of the paper; null: it is no paper, but a comparison of some
 * @param quick settings of a shortened reproduction, laid over the base of every plan
 * @param figures texts by name of the figure
 */
record PaperSheet(
        @Key(doc = "Version of this file format.", name = "paper", min = 1, max = 1)
        int format,

        @Key(doc = "Title of the paper.") String title,
        @Key(doc = "Its authors.") String authors,
        @Key(doc = "Where it appeared, and when.") String published,

        @Key(doc = "Its DOI; absent: it is no paper, but a comparison of some.", optional = true)
        String doi,

        @Key(doc = "Settings of --quick, laid over the base of every plan.")
        Map<String, Node> quick,

        @Key(doc = "Texts of the figures and tables, by their names.")
        Map<String, Text> figures) {

    /**
     * Texts of a figure.
     *
     * @param title what it is about
     * @param shows what the paper shows in it
     * @param found what came of it here, and what does not agree; null: nothing to say
     * @param tried what was tried where it does not agree; null: nothing
     */
    record Text(
            @Key(doc = "What it is about.") String title,
            @Key(doc = "What the paper shows.") String shows,

            @Key(doc = "What the whole reproduction found.", optional = true)
            String found,

            @Key(doc = "What was tried where it does not agree.", optional = true)
            String tried) {}
}
