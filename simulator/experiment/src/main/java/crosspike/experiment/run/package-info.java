/** The run directory: what a finished run leaves behind, as records, and the files they are written to and read from. */
package crosspike.experiment.run;
