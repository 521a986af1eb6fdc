/** Sweeps over the values of one key, summed up over the seeds. */
package crosspike.experiment.vary;
