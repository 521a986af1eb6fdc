/**
 * What users type and how it becomes values: quantities with units, YAML and JSON documents with line numbers, records
 * read from them, and the exceptions that tell a user what to mend or to install.
 */
package crosspike.input;
