/** What finished sweeps and runs say, in numbers: means and their intervals, effects, fronts, differences. Draws nothing. */
package crosspike.report.analysis;
