/**
 * What users type and how it becomes values: quantities with units, YAML and JSON documents with line numbers, records
 * read from them, and the one exception that tells a user what to mend.
 */
package crosspike.input;
