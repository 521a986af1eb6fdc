/**
 * Reads finished run directories and sweeps and draws them: figures, tables and one HTML page that needs nothing else. Draws
 * devices, fits of measured data and wires as well.
 */
package crosspike.report;
