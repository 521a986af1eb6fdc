/** Reads finished run directories and draws them: figures, tables and one HTML page that needs nothing else. */
package crosspike.report;
