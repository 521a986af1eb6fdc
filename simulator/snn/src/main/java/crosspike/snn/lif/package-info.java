/**
 * The network of Diehl and Cook (2015): a layer of conductance-based neurons with adaptive thresholds that compete through
 * lateral inhibition, and learn without labels from spike trains of images.
 */
package crosspike.snn.lif;
