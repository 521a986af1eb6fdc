/**
 * Papers and how far they are reproduced. A paper is a folder of data in {@code calibration-data/papers} (its plans, what it
 * states, texts) and a map of figures that draw finished sweeps; {@link crosspike.report.paper.library.Papers} names them all.
 */
package crosspike.report.paper;
