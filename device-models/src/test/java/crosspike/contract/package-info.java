/** What every implementation of a seam must do; each implementation's test extends the contract of its seam. */
package crosspike.contract;
