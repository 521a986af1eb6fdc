/**
 * The data sets Crosspike knows by name: where they lie, how they are fetched, and the checks that make sure that a file
 * is what its name says. A new data set is one entry in the registry, {@link crosspike.experiment.data.Catalogue}.
 */
package crosspike.experiment.data;
