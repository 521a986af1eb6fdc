/** Pruning and quantisation between batches of training images. */
package crosspike.snn.lif.compression;
