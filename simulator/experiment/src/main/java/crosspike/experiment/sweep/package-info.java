/** Runs the points of a plan: shared trainings, engines, and the folder that survives being killed. */
package crosspike.experiment.sweep;
