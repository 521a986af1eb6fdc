/** The config file of an experiment, as records that cannot be wrong. */
package crosspike.experiment.config;
