/** Whether Java's vector module is there, for kernels that come in two forms of the same bits. */
package crosspike.vector;
