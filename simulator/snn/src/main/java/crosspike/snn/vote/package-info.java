/** What output spikes say of an image: labels of neurons, and votes that make a class of them, for all kinds of networks. */
package crosspike.snn.vote;
