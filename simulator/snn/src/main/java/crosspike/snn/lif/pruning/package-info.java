/**
 * Methods that prune a network of Diehl and Cook while it learns, between batches of training images: W. Guo, M. Fouda,
 * H. Yantir, A. Eltawil, K. Salama, <em>Unsupervised adaptive weight pruning for energy-efficient neuromorphic systems</em>,
 * Frontiers in Neuroscience 14:598876 (2020), and those that it compares with.
 */
package crosspike.snn.lif.pruning;
