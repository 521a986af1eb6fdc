/** Compression of Rathi 2018: weights that become 0 or shared values between batches of training images, and removal before or after. */
package crosspike.snn.lif.compression;
