/** Random numbers that depend on seed, purpose and index only, never on threads or on the order of other draws. */
package crosspike.random;
