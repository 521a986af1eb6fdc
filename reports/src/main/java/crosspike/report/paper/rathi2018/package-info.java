/** Rathi et al. 2018: pruning and weight quantisation of Diehl and Cook's network. */
package crosspike.report.paper.rathi2018;
