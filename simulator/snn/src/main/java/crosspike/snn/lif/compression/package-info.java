/** What is done to the synapses of a network between batches of training images. */
package crosspike.snn.lif.compression;
