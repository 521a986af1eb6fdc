/**
 * The data sets Crosspike knows by name: where they lie, how they are fetched, and the checks that make sure that a file
 * is what its name says. A new data set is one entry in the registry of {@link crosspike.experiment.data.Datasets}.
 */
package crosspike.experiment.data;
