/** Labelled images in memory, and the IDX files of the MNIST family that they are read from. */
package crosspike.snn.dataset;
