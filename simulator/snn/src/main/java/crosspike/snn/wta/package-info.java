/**
 * The winner-take-all network of Shi et al. 2019: Poisson inputs, one output spike at a time drawn from a softmax of the
 * membrane potentials, STDP with exponential potentiation and constant depression, pruning during training.
 */
package crosspike.snn.wta;
