/**
 * The seam of {@link crosspike.crossbar.Crossbar} over a socket, to real arrays behind source-measure units and switch
 * matrices, to the emulator of one, or to the log of a session: {@link crosspike.instrument.InstrumentCrossbar}. What is
 * sent comes from the templates of a {@link crosspike.instrument.Profile}; {@link crosspike.instrument.Link} sees to it
 * that no answer is taken for another, and {@link crosspike.instrument.SafetyLimits} that nothing is driven too hard.
 */
package crosspike.instrument;
