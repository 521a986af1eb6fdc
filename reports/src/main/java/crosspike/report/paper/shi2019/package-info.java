/** Figures and tables of Y. Shi et al., Frontiers in Neuroscience 13:405 (2019), doi 10.3389/fnins.2019.00405. */
package crosspike.report.paper.shi2019;
