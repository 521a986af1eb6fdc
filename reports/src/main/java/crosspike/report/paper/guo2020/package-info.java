/** Figures and tables of W. Guo et al., Frontiers in Neuroscience 14:598876 (2020). */
package crosspike.report.paper.guo2020;
