/** From a config to a run directory: the one place that knows every backend. */
package crosspike.experiment;
